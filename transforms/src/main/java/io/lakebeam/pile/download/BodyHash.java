package io.lakebeam.pile.download;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole body by what its storage says of it: {@code x-goog-hash: crc32c=n03x6A==,
 * md5=Ojk9c3dhfxgoKVVHYwFbHQ==}, either or both, in base64. Without, there is nothing to check.
 */
final class BodyHash {
  private static final Pattern HASH = Pattern.compile("(crc32c|md5)=([A-Za-z0-9+/]+=*)");

  private final String said;
  private final CRC32C crc = new CRC32C();
  private final @Nullable MessageDigest md5;

  BodyHash(@Nullable String said) {
    this.said = said == null ? "" : said;
    this.md5 = this.said.contains("md5=") ? md5() : null;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  void update(byte[] bytes, int length) {
    crc.update(bytes, 0, length);
    if (md5 != null) {
      md5.update(bytes, 0, length);
    }
  }

  /**
   * Compares, once all bytes have passed.
   *
   * @throws BadBody if a hash differs
   */
  void check() {
    byte[] crcBytes = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    byte[] md5Bytes = md5 == null ? new byte[0] : md5.digest();
    Matcher hash = HASH.matcher(said);
    while (hash.find()) {
      byte[] found = hash.group(1).equals("md5") ? md5Bytes : crcBytes;
      if (!Base64.getEncoder().encodeToString(found).equals(hash.group(2))) {
        throw new BadBody("its " + hash.group(1) + " is not what its storage says");
      }
    }
  }
}
