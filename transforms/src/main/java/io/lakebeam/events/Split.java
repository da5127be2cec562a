package io.lakebeam.events;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deals users to training, validation and test, so that no user stands on two sides. A user's place
 * in [0, 1) is the first 53 bits of the hash of its id (the finalizer of MurmurHash3, 64 bits); the
 * shares cut that interval, in the order train, validation, test.
 */
public final class Split implements Serializable {
  private static final long serialVersionUID = 1;

  /** The sides, in the order of the shares. */
  public static final List<String> NAMES = List.of("train", "validation", "test");

  private static final int PLACE_BITS = 53;

  /** Where train and validation end, exclusive; 2<sup>53</sup> is 1. */
  private final long trainEnd;

  private final long validationEnd;

  private Split(long trainEnd, long validationEnd) {
    this.trainEnd = trainEnd;
    this.validationEnd = validationEnd;
  }

  /**
   * The split of that option; none where it is absent.
   *
   * @param shares such as {@code 0.8,0.1,0.1}
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} unless these are three shares that sum to 1
   */
  public static @Nullable Split parse(@Nullable String shares) {
    if (shares == null) {
      return null;
    }
    String[] parts = shares.split(",", -1);
    if (parts.length != NAMES.size()) {
      throw refused(shares);
    }
    BigDecimal train = share(shares, parts[0]);
    BigDecimal validation = share(shares, parts[1]);
    BigDecimal test = share(shares, parts[2]);
    if (train.add(validation).add(test).compareTo(BigDecimal.ONE) != 0) {
      throw refused(shares);
    }
    return new Split(place(train), place(train.add(validation)));
  }

  private static BigDecimal share(String shares, String part) {
    if (!part.matches("\\s*([01]|[01]?\\.\\d{1,15})\\s*")) {
      throw refused(shares);
    }
    return new BigDecimal(part.strip());
  }

  private static LakeException refused(String shares) {
    return new LakeException(
        ExitCode.BAD_OPTIONS,
        "--split="
            + shares
            + " must be three shares from 0 to 1 that sum to 1 (train,validation,test), such as"
            + " 0.8,0.1,0.1");
  }

  private static long place(BigDecimal share) {
    return share.multiply(BigDecimal.valueOf(1L << PLACE_BITS)).longValue();
  }

  /** The side of a user. */
  public String of(long userId) {
    long place = hash(userId) >>> (Long.SIZE - PLACE_BITS);
    return NAMES.get(place < trainEnd ? 0 : place < validationEnd ? 1 : 2);
  }

  /** fmix64 of <a href="https://github.com/aappleby/smhasher">MurmurHash3</a>. */
  private static long hash(long value) {
    long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
