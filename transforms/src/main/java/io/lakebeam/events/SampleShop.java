package io.lakebeam.events;

import io.lakebeam.sample.SplitMix64;

/**
 * The made-up shop behind the sample: who comes and what is sold. All in integers, so that every
 * machine draws the same.
 */
final class SampleShop {
  /** A third of the products are in the first one, which has no code. */
  static final String[] CATEGORIES = {
    "",
    "electronics.smartphone",
    "electronics.audio.headphone",
    "electronics.video.tv",
    "electronics.clocks",
    "electronics.tablet",
    "computers.notebook",
    "computers.desktop",
    "computers.components.videocards",
    "computers.peripherals.printer",
    "appliances.kitchen.washer",
    "appliances.kitchen.refrigerators",
    "appliances.environment.vacuum",
    "apparel.shoes",
    "apparel.shoes.keds",
    "furniture.living_room.sofa",
    "furniture.bedroom.bed",
    "auto.accessories.player",
    "construction.tools.drill",
    "kids.toys",
    "sport.bicycle",
    "stationery"
  };

  /** One product in seven has the first one, none. */
  static final String[] BRANDS = {
    "",
    "samsung",
    "apple",
    "xiaomi",
    "huawei",
    "lucente",
    "lg",
    "bosch",
    "sony",
    "oppo",
    "lenovo",
    "acer",
    "artel",
    "respect",
    "elenberg",
    "casio",
    "indesit",
    "tefal",
    "hp",
    "beko",
    "shiseido"
  };

  private static final int USERS_PER_ROW = 14;
  private static final int PRODUCTS_PER_ROW = 150;
  private static final int MOST_PRODUCTS = 200_000;
  private static final int LEAST = 30;
  private static final long FIRST_USER = 512_000_000;
  private static final long FIRST_PRODUCT = 1_000_978;
  private static final long FIRST_CATEGORY = 2_053_013_552_226_107_603L;
  private static final int PRODUCT_STREAM = 20;

  private final long seed;
  private final int users;
  private final int products;

  SampleShop(long rows, long seed) {
    this.seed = SplitMix64.hash(seed, PRODUCT_STREAM);
    this.users = (int) Math.max(LEAST, rows / USERS_PER_ROW);
    this.products = (int) Math.min(MOST_PRODUCTS, Math.max(LEAST, rows / PRODUCTS_PER_ROW));
  }

  long drawUser(SplitMix64 random) {
    // Neighbouring ranks get ids that lie apart, as those of a real shop do.
    return FIRST_USER + rank(users, random) * 37L;
  }

  int drawProduct(SplitMix64 random) {
    return rank(products, random);
  }

  /** The third power of an even draw: a density that falls with the power -2/3 of the rank. */
  private static int rank(int count, SplitMix64 random) {
    long u = random.next() >>> 43;
    return (int) ((((u * u) >>> 21) * u >>> 21) * count >>> 21);
  }

  long productId(int product) {
    return FIRST_PRODUCT + product * 271L;
  }

  int category(int product) {
    long draw = trait(product, 1);
    return draw % 3 == 0 ? 0 : 1 + (int) (draw / 3 % (CATEGORIES.length - 1));
  }

  long categoryId(int category) {
    return FIRST_CATEGORY + category * 8_388_608L;
  }

  int brand(int product) {
    long draw = trait(product, 2);
    return draw % 7 == 0 ? 0 : 1 + (int) (draw / 7 % (BRANDS.length - 1));
  }

  /** In cents, up to about 2,600; on some days a tenth less. */
  long cents(int product, long day) {
    int magnitude = (int) (trait(product, 3) % 11);
    long cents = (80L << magnitude) + trait(product, 4) % (100L << magnitude);
    boolean reduced = (SplitMix64.hash(trait(product, 5), day) & 7) == 0;
    return reduced ? cents - cents / 10 : cents;
  }

  private long trait(int product, int which) {
    return SplitMix64.hash(seed + which, product) >>> 1;
  }
}
