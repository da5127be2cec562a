package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import software.amazon.awssdk.regions.Region;

/** Sets what makes a runner fast on the machine at hand, unless the user has set it. */
final class RunnerDefaults {
  /**
   * Of an open file on S3 or Google Cloud Storage; Beam would take 64 MiB, and a bundle has up to
   * 32 files open. S3 wants 5 MiB or more, and takes 10,000 parts: 80 GB a file. Google's client
   * takes multiples of 8 MiB.
   */
  private static final int UPLOAD_BUFFER_BYTES = 8 << 20;

  private RunnerDefaults() {}

  static void apply(Runner runner, String pipeline, PipelineOptions options, Set<String> given) {
    if (!given.contains("appName")) {
      options.as(ApplicationNameOptions.class).setAppName("lakebeam-" + pipeline);
    }
    applyS3(options.as(LakeOptions.class), options.as(AwsOptions.class), given);
    applyUploads(options, given);
    if (runner == Runner.DIRECT) {
      applyDirect(options.as(DirectOptions.class), given);
    } else if (runner == Runner.SPARK) {
      applySpark(options.as(SparkPipelineOptions.class), given);
    }
  }

  /**
   * Beam makes a client for S3 whether there is one in play or not, and that looks for its region:
   * at last it asks the metadata service of EC2, and where there is none waits for it a second or
   * more.
   */
  private static void applyS3(LakeOptions places, AwsOptions options, Set<String> given) {
    boolean inPlay =
        Stream.of(places.getLake(), places.getInput(), places.getOutput())
            .anyMatch(place -> place != null && place.contains("s3://"));
    if (!inPlay && !given.contains("awsRegion")) {
      options.setAwsRegion(Region.AWS_GLOBAL);
    }
  }

  private static void applyUploads(PipelineOptions options, Set<String> given) {
    if (!given.contains("s3UploadBufferSizeBytes")) {
      options.as(S3Options.class).setS3UploadBufferSizeBytes(UPLOAD_BUFFER_BYTES);
    }
    if (!given.contains("gcsUploadBufferSizeBytes")) {
      options.as(GcsOptions.class).setGcsUploadBufferSizeBytes(UPLOAD_BUFFER_BYTES);
    }
  }

  /** The checks find bugs of transforms and cost three quarters of a run; tests keep them on. */
  private static void applyDirect(DirectOptions options, Set<String> given) {
    if (!given.contains("enforceImmutability")) {
      options.setEnforceImmutability(false);
    }
    if (!given.contains("enforceEncodability")) {
      options.setEnforceEncodability(false);
    }
    if (!given.contains("targetParallelism")) {
      options.setTargetParallelism(cores());
    }
  }

  /**
   * All cores. Spelt as a number, because Beam does not take {@code local[*]} for a local master
   * and would pack the whole classpath to ship it. What spark-submit was given is the system
   * property {@code spark.master}: there Beam leaves the master alone, and so does this.
   */
  private static void applySpark(SparkPipelineOptions options, Set<String> given) {
    if (options.getBundleSize() < 0) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--bundleSize="
              + options.getBundleSize()
              + " is not valid: it must be a whole number of 0 or more");
    }
    boolean chosen = given.contains("sparkMaster") || System.getProperty("spark.master") != null;
    if (!chosen || "local[*]".equals(options.getSparkMaster())) {
      options.setSparkMaster("local[" + cores() + "]");
    }
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
