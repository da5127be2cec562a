package io.lakebeam.pile.download;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A data set of Kaggle, or one file of it. */
@AutoValue
public abstract class KaggleFile {
  private static final Pattern DATASET =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9][A-Za-z0-9_.-]*");

  /**
   * @param dataset such as {@code owner/name}
   * @param file its name in the data set; null for all of them, which come as a zip
   * @throws LakeException {@link ExitCode#BAD_OPTIONS}
   */
  public static KaggleFile of(String dataset, @Nullable String file) {
    if (!DATASET.matcher(dataset).matches()) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--dataset="
              + dataset
              + " is not valid: it must be owner/name, as in the address of its page,"
              + " kaggle.com/datasets/owner/name");
    }
    if (file != null) {
      String refusal = EntryName.isHidden(file) ? "it is hidden" : EntryName.refusal(file);
      if (refusal != null) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS,
            "--file=" + file + " cannot be the name of a file in the lake: " + refusal);
      }
    }
    return new AutoValue_KaggleFile(dataset, file);
  }

  abstract String dataset();

  abstract @Nullable String file();

  /**
   * Where it is downloaded from.
   *
   * @param base of Kaggle, without a slash at its end
   */
  URI address(String base) {
    String file = file();
    return URI.create(
        base
            + "/api/v1/datasets/download/"
            + dataset()
            + (file == null ? "" : "/" + encoded(file)));
  }

  /** A relative path that no other download has, for what is kept of this one. */
  String place() {
    String file = file();
    return dataset() + "/" + (file == null ? "_all" : encoded(file));
  }

  private static String encoded(String file) {
    return URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** For a person. */
  @Override
  public final String toString() {
    String file = file();
    return file == null ? dataset() : file + " of " + dataset();
  }
}
