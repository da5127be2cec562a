package io.lakebeam.flights;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The continent of a country by its English name: the regions of UN M49, as CLDR has them. America
 * is North America (with Central America and the Caribbean) and South America.
 */
final class Continents {
  private static final Region AFRICA = Region.getInstance("002");
  private static final Region SOUTH_AMERICA = Region.getInstance("005");
  private static final Region OCEANIA = Region.getInstance("009");
  private static final Region AMERICAS = Region.getInstance("019");
  private static final Region ASIA = Region.getInstance("142");
  private static final Region EUROPE = Region.getInstance("150");

  /** M49 has Antarctica apart and these islands with South America; CLDR has both in Oceania. */
  private static final Map<String, String> APART =
      Map.of("AQ", "Antarctica", "BV", "South America", "GS", "South America");

  /** What flight data call countries and CLDR does not. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("brunei darussalam", "BN"),
          Map.entry("burma", "MM"),
          Map.entry("cabo verde", "CV"),
          Map.entry("congo", "CG"),
          Map.entry("cote divoire", "CI"),
          Map.entry("ivory coast", "CI"),
          Map.entry("czech republic", "CZ"),
          Map.entry("democratic republic of congo", "CD"),
          Map.entry("democratic republic of the congo", "CD"),
          Map.entry("dr congo", "CD"),
          Map.entry("republic of the congo", "CG"),
          Map.entry("east timor", "TL"),
          Map.entry("falkland islands malvinas", "FK"),
          Map.entry("great britain", "GB"),
          Map.entry("holland", "NL"),
          Map.entry("hong kong", "HK"),
          Map.entry("iran islamic republic of", "IR"),
          Map.entry("lao peoples democratic republic", "LA"),
          Map.entry("macao", "MO"),
          Map.entry("macau", "MO"),
          Map.entry("macedonia", "MK"),
          Map.entry("micronesia federated states of", "FM"),
          Map.entry("myanmar", "MM"),
          Map.entry("palestine", "PS"),
          Map.entry("republic of korea", "KR"),
          Map.entry("russian federation", "RU"),
          Map.entry("sao tome and principe", "ST"),
          Map.entry("swaziland", "SZ"),
          Map.entry("syrian arab republic", "SY"),
          Map.entry("the bahamas", "BS"),
          Map.entry("the gambia", "GM"),
          Map.entry("turkey", "TR"),
          Map.entry("uk", "GB"),
          Map.entry("united republic of tanzania", "TZ"),
          Map.entry("united states minor outlying islands", "UM"),
          Map.entry("united states of america", "US"),
          Map.entry("us virgin islands", "VI"),
          Map.entry("usa", "US"),
          Map.entry("vatican", "VA"),
          Map.entry("viet nam", "VN"),
          Map.entry("virgin islands british", "VG"),
          Map.entry("virgin islands us", "VI"));

  private static final Map<String, String> CODES = codes();

  private Continents() {}

  /** The continent, null where the country is not known, with what its brackets say or without. */
  static @Nullable String of(@Nullable String country) {
    if (country == null) {
      return null;
    }
    String whole = CODES.get(normal(country));
    String code = whole == null ? CODES.get(normal(withoutBrackets(country))) : whole;
    return code == null ? null : ofCode(code);
  }

  private static String withoutBrackets(String name) {
    return name.replaceAll("\\(.*\\)", "");
  }

  private static @Nullable String ofCode(String code) {
    String apart = APART.get(code);
    if (apart != null) {
      return apart;
    }
    Region region = Region.getInstance(code);
    if (AMERICAS.contains(region)) {
      return SOUTH_AMERICA.contains(region) ? "South America" : "North America";
    }
    return AFRICA.contains(region)
        ? "Africa"
        : ASIA.contains(region)
            ? "Asia"
            : EUROPE.contains(region) ? "Europe" : OCEANIA.contains(region) ? "Oceania" : null;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(OTHER_NAMES);
    for (Region region : Region.getAvailable(RegionType.TERRITORY)) {
      String code = region.toString();
      String name = new ULocale("", code).getDisplayCountry(ULocale.ENGLISH);
      codes.put(normal(name), code);
      codes.putIfAbsent(normal(withoutBrackets(name)), code);
    }
    return codes;
  }

  /** Letters without accents, in lower case, {@code and} and {@code saint} spelt out. */
  private static String normal(String name) {
    return Normalizer2.getNFDInstance()
        .normalize(name.toLowerCase(Locale.ROOT))
        .replaceAll("\\p{M}|['’.]", "")
        .replace("&", " and ")
        .replaceAll("\\bst\\b", "saint")
        .replaceAll("[^a-z]+", " ")
        .trim();
  }
}
