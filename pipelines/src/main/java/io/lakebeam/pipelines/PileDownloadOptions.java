package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** Options of {@code pile-download}. */
public interface PileDownloadOptions extends LakeOptions {
  @Description("The data set on Kaggle, such as dschettler8845/the-pile-dataset-part-00-of-29.")
  @Listed(at = 1, otherwise = "none, must be given")
  @Validation.Required
  String getDataset();

  void setDataset(String dataset);

  @Description("The file of it to download, such as 00.jsonl.")
  @Listed(at = 2, otherwise = "all of them")
  @Nullable String getFile();

  void setFile(@Nullable String file);

  @Description("Base URL of Kaggle.")
  @Listed(at = 3)
  @Default.String("https://www.kaggle.com")
  String getKaggleUrl();

  void setKaggleUrl(String kaggleUrl);

  @Description(
      "Where else the account's user name and API key are: ssm:/path for the parameters /path/username"
          + " and /path/key of AWS Systems Manager, gcp-secret:projects/.../secrets/... for a secret"
          + " of Google Cloud that holds a kaggle.json.")
  @Listed(
      at = 4,
      otherwise =
          "$KAGGLE_USERNAME and $KAGGLE_KEY, else kaggle.json in $KAGGLE_CONFIG_DIR or ~/.kaggle")
  @Nullable String getKaggleCredentials();

  void setKaggleCredentials(@Nullable String kaggleCredentials);
}
