package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the credentials of Kaggle: in {@code KAGGLE_USERNAME} and {@code KAGGLE_KEY}, else in
 * {@code kaggle.json}, else where {@code --kaggleCredentials} says. What is malformed is named by
 * its place, never by its content.
 */
final class KaggleCredentials {
  private static final String USERNAME = "KAGGLE_USERNAME";
  private static final String KEY = "KAGGLE_KEY";
  private static final String DIRECTORY = "KAGGLE_CONFIG_DIR";
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Map<String, String> environment;
  private final Path home;
  private final Consumer<String> warned;

  /**
   * @param home of the user
   * @param warned told, in a line, what the user ought to know
   */
  KaggleCredentials(Map<String, String> environment, Path home, Consumer<String> warned) {
    this.environment = environment;
    this.home = home;
    this.warned = warned;
  }

  /**
   * The credentials.
   *
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if there are none, or they are malformed;
   *     {@link ExitCode#BAD_PLACE} if their place cannot be read
   */
  Credentials find(PileDownloadOptions options) {
    String option = options.getKaggleCredentials();
    @Nullable SecretStore store = option == null ? null : SecretStore.named(option, options);
    @Nullable Credentials local = fromEnvironment();
    if (local == null) {
      local = fromFile();
    }
    if (local != null) {
      if (store != null) {
        warned.accept("--kaggleCredentials is not used, because of " + local.source());
      }
      return local;
    }
    if (store == null) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "no credentials of Kaggle: set KAGGLE_USERNAME and KAGGLE_KEY, or put the kaggle.json of"
              + " your account page (Settings, API) at "
              + file()
              + ", or give --kaggleCredentials");
    }
    return store.read();
  }

  private @Nullable Credentials fromEnvironment() {
    String username = environment.getOrDefault(USERNAME, "");
    String key = environment.getOrDefault(KEY, "");
    if (username.isBlank() && key.isBlank()) {
      return null;
    }
    if (username.isBlank() || key.isBlank()) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          (key.isBlank() ? USERNAME : KEY)
              + " is set, but not "
              + (key.isBlank() ? KEY : USERNAME)
              + ": set both or neither");
    }
    return new Credentials(username, key, USERNAME + " and " + KEY);
  }

  private Path file() {
    String directory = environment.getOrDefault(DIRECTORY, "");
    return (directory.isBlank() ? home.resolve(".kaggle") : Paths.get(directory))
        .resolve("kaggle.json");
  }

  private @Nullable Credentials fromFile() {
    Path file = file();
    if (!Files.exists(file)) {
      return null;
    }
    try {
      warnIfOthersCanRead(file);
      return KaggleJson.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          file + " cannot be read: " + e.getClass().getSimpleName() + "; check its rights",
          e);
    }
  }

  private void warnIfOthersCanRead(Path file) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null
        && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
      warned.accept("others can read " + file + ": chmod 600 " + file);
    }
  }
}
