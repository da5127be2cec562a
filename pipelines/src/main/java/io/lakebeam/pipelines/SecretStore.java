package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.Credentials;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;

/** A cloud's place for secrets that holds the credentials of Kaggle. */
interface SecretStore {
  /**
   * The credentials.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the store cannot be read, {@link
   *     ExitCode#BAD_OPTIONS} if it holds something else
   */
  Credentials read();

  /** The store that {@code --kaggleCredentials} names, as the cloud's own options reach it. */
  static SecretStore named(String option, PileDownloadOptions options) {
    if (option.startsWith(SsmParameters.SCHEME)) {
      return SsmParameters.named(option, options.as(AwsOptions.class));
    }
    if (option.startsWith(GcpSecret.SCHEME)) {
      return GcpSecret.named(option, options.as(GcpOptions.class));
    }
    // Not quoted: somebody may have given the key itself.
    throw malformed();
  }

  /** What to say of a value that names no place. */
  static LakeException malformed() {
    return new LakeException(
        ExitCode.BAD_OPTIONS,
        "--kaggleCredentials is not valid: it must be ssm:/path or"
            + " gcp-secret:projects/PROJECT/secrets/SECRET; never the key itself");
  }
}
