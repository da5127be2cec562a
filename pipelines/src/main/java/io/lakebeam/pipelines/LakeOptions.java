package io.lakebeam.pipelines;

import io.lakebeam.lake.WriteMode;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.DefaultValueFactory;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** What every pipeline can be told; {@code --runner} is Beam's own and stands beside these. */
public interface LakeOptions extends PipelineOptions {
  @Description("Root of the lake: a directory, s3://..., gs://... or hdfs://...")
  @Listed(at = 1, otherwise = "$LAKEBEAM_LAKE, else ./lake")
  @Default.InstanceFactory(LakeFromEnvironment.class)
  String getLake();

  void setLake(String lake);

  @Description(
      "What to read: a file, a directory (every visible file beneath it), a glob, or a"
          + " comma-separated list of them.")
  @Listed(at = 2, otherwise = "the pipeline's own place under the lake")
  @Nullable String getInput();

  void setInput(@Nullable String input);

  @Description("The table directory to write.")
  @Listed(at = 3, otherwise = "the pipeline's own place under the lake")
  @Nullable String getOutput();

  void setOutput(@Nullable String output);

  @Description(
      "What to do with rows that the table already holds: overwrite replaces only the partitions"
          + " that this run produced (a table without partitions as a whole), append adds files"
          + " beside them, error ends with exit code 6 before any work if the table has a visible"
          + " file.")
  @Listed(at = 4)
  @Default.Enum("OVERWRITE")
  WriteMode getWriteMode();

  void setWriteMode(WriteMode writeMode);

  @Description(
      "Names the run. A run whose id is already published does nothing and says so, so that a"
          + " scheduler's retry is safe in append mode too.")
  @Listed(at = 5, otherwise = "time and a random part")
  @Nullable String getRunId();

  void setRunId(@Nullable String runId);

  @Description(
      "Share of rejected among read records, from 0 to 1, above which the run fails with exit code"
          + " 4 and publishes nothing.")
  @Listed(at = 6)
  @Limits(atLeast = 0, atMost = 1)
  @Default.Double(0.01)
  double getMaxRejectRatio();

  void setMaxRejectRatio(double maxRejectRatio);

  @Description(
      "Resolve the inputs and print what would be read, written and replaced; touch nothing.")
  @Listed(at = 8)
  @Default.Boolean(false)
  boolean getDryRun();

  void setDryRun(boolean dryRun);

  @Description("Show what the libraries log, and the stack trace of a failure.")
  @Listed(at = 9)
  @Default.Boolean(false)
  boolean getVerbose();

  void setVerbose(boolean verbose);

  /** The lake that the environment names, else the directory {@code lake} of the working one. */
  final class LakeFromEnvironment implements DefaultValueFactory<String> {
    @Override
    public String create(PipelineOptions options) {
      String lake = System.getenv("LAKEBEAM_LAKE");
      return lake == null || lake.isBlank()
          ? "./lake"
          : HomeDirectory.inFull("LAKEBEAM_LAKE", lake);
    }
  }
}
