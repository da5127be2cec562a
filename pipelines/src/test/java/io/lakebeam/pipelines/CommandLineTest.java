package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.trades.AnomalyRule;
import io.lakebeam.trades.SideFilter;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.runners.spark.SparkRunner;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.ExperimentalOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void readsOwnSharedRunnersAndFileSystemsOptions() {
    TradesTopOptions options =
        options(
            "--top=7",
            "--lake=s3://bucket/lake",
            "--runner=SparkRunner",
            "--bundleSize=4194304",
            "--awsRegion=eu-west-1",
            "--endpoint=http://127.0.0.1:9000",
            "--gcsEndpoint=http://127.0.0.1:9001/storage/v1/");

    assertThat(options.getTop()).isEqualTo(7);
    assertThat(options.getLake()).isEqualTo("s3://bucket/lake");
    assertThat(options.getRunner()).isEqualTo(SparkRunner.class);
    assertThat(options.as(SparkPipelineOptions.class).getBundleSize()).isEqualTo(4194304);
    assertThat(options.as(S3Options.class).getAwsRegion()).hasToString("eu-west-1");
    assertThat(options.as(S3Options.class).getEndpoint()).hasToString("http://127.0.0.1:9000");
  }

  /** To look for it takes a second or more where there is no metadata service of EC2. */
  @Test
  void looksForTheRegionOfS3OnlyWhereS3IsInPlay() {
    System.setProperty("aws.region", "eu-north-1");
    try {
      assertThat(region("--lake=./lake", "--input=a.csv,gs://b/c")).isEqualTo("aws-global");
      assertThat(region("--lake=s3://bucket/lake")).isEqualTo("eu-north-1");
      assertThat(region("--lake=./lake", "--input=a.csv,s3://b/c")).isEqualTo("eu-north-1");
      assertThat(region("--lake=./lake", "--output=s3://b/c")).isEqualTo("eu-north-1");
      assertThat(region("--lake=./lake", "--awsRegion=eu-west-1")).isEqualTo("eu-west-1");
    } finally {
      System.clearProperty("aws.region");
    }
  }

  private static String region(String... args) {
    return options(args).as(S3Options.class).getAwsRegion().id();
  }

  @Test
  void hasTheDefaultsOfTheSpecification() {
    TradesTopOptions options = options();

    assertThat(options.getInput()).isNull();
    assertThat(options.getOutput()).isNull();
    assertThat(options.getRunId()).isNull();
    assertThat(options.getWriteMode()).isEqualTo(WriteMode.OVERWRITE);
    assertThat(options.getMaxRejectRatio()).isEqualTo(0.01);
    assertThat(options.getDryRun()).isFalse();
    assertThat(options.getVerbose()).isFalse();
    assertThat(options.getTop()).isEqualTo(5);
    assertThat(options.getSide()).isEqualTo(SideFilter.SELL);
  }

  @Test
  void takesTheLakeFromTheEnvironmentElseTheWorkingDirectory() {
    String environment = System.getenv("LAKEBEAM_LAKE");

    assertThat(options().getLake()).isEqualTo(environment == null ? "./lake" : environment);
  }

  @Test
  void takesATildeForTheHomeDirectoryWhichShellsLeaveAlone() {
    String home = System.getProperty("user.home");
    TradesTopOptions options = options("--lake=~/lake", "--input=~/a.csv,b~/c,~", "--output=./~");

    assertThat(options.getLake()).isEqualTo(home + "/lake");
    assertThat(options.getInput()).isEqualTo(home + "/a.csv,b~/c," + home);
    assertThat(options.getOutput()).isEqualTo("./~");
  }

  @ParameterizedTest
  @CsvSource({"append,APPEND", "OVERWRITE,OVERWRITE", "Error,ERROR"})
  void readsEnumsInAnyCase(String typed, WriteMode mode) {
    assertThat(options("--writeMode=" + typed).getWriteMode()).isEqualTo(mode);
  }

  @Test
  void readsHyphensInEnumsAndKeepsThresholdsExact() {
    TradesAnomaliesOptions options =
        parse(TradesAnomaliesOptions.class, "--rule=mean-ratio", "--threshold=2.50").options();

    assertThat(options.getRule()).isEqualTo(AnomalyRule.MEAN_RATIO);
    assertThat(options.getThreshold()).isEqualTo("2.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dryRun", "--dryRun=true", "--dryRun=TRUE"})
  void takesAFlagAloneForTrue(String flag) {
    assertThat(options(flag).getDryRun()).isTrue();
  }

  @Test
  void letsListsBeGivenMoreThanOnce() {
    CommandLine<TradesTopOptions> line =
        parse(TradesTopOptions.class, "--experiments=a", "--experiments=b");

    assertThat(line.options().as(ExperimentalOptions.class).getExperiments())
        .containsExactly("a", "b");
    assertThat(line.masked()).containsEntry("experiments", "a,b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--tpo=5 | it has no option --tpo; did you mean --top?",
        "--Top=5 | it has no option --Top; did you mean --top?",
        "--awsregion=x | it has no option --awsregion; did you mean --awsRegion?",
        "--zzzzzzzz=1 | it has no option --zzzzzzzz; 'it --help' lists them all",
        "--bundleSize=5 | --bundleSize is an option of SparkRunner, not of DirectRunner",
        "--top=abc | --top=abc is not valid: it must be a whole number of 1 or more",
        "--top=1.5 | --top=1.5 is not valid: it must be a whole number of 1 or more",
        "--top=0 | --top=0 is not valid: it must be a whole number of 1 or more",
        "--top=2147483648 | --top=2147483648 is not valid: it must be a whole number of at most"
            + " 2147483647",
        "--top | --top needs a value: write --top=value",
        "--top 5 | an option and its value are one argument: write --top=5",
        "-top=5 | -top=5 is not an option: write --top=5",
        "five | 'five' is not an option: write --name=value",
        "--=5 | --=5 names no option; write --name=value",
        "--top=5 --top=5 | --top is given twice: give it once",
        "--input= | --input= has no value: give it one or leave the option out",
        "--side=sel | --side=sel is not valid: it must be one of SELL, BUY, ALL",
        "--writeMode=x | --writeMode=x is not valid: it must be one of overwrite, append, error",
        "--dryRun=yes | --dryRun=yes is not valid: it must be true or false",
        "--maxRejectRatio=1.01 | --maxRejectRatio=1.01 is not valid: it must be a number from 0 to 1",
        "--maxRejectRatio=NaN | --maxRejectRatio=NaN is not valid: it must be a number from 0 to 1",
        "--runner=SparkRunner --bundleSize=-1 | --bundleSize=-1 is not valid: it must be a whole"
            + " number of 0 or more",
        "--runner=Spork | --runner=Spork is not valid: it must be one of DirectRunner, SparkRunner",
        "--runner=DataflowRunner | --runner=DataflowRunner is not in this build, which has"
            + " DirectRunner, SparkRunner",
        "--endpoint=a%zz | --endpoint=a%zz is not valid: it must be a valid URI, as Beam's"
            + " documentation describes it",
        "--lake=~someone/x | --lake=~someone/x is not valid: write the home directory of another user"
            + " in full",
        "--runId=../x | --runId=../x must be 1 to 100 letters, digits, '.', '_' or '-', and begin"
            + " with a letter or digit",
      })
  void refusesWithOneLineThatSaysWhatIsAllowed(String args, String message) {
    assertRefused(TradesTopOptions.class, args, message);
  }

  @ParameterizedTest
  @CsvSource({
    "65536, 65536",
    "268435456, 268435456",
    "64KB, 65536",
    "256MB, 268435456",
    "2gb, 2147483648",
    "8589934591GB, 9223372035781033984"
  })
  void takesSizesInBytesAndBinaryUnits(String size, long bytes) {
    assertThat(
            parse(TradesIngestOptions.class, "--targetFileSize=" + size)
                .options()
                .getTargetFileSize())
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0MB", "256", "65535", "63KB", "-1", "1.5MB", "1TB", "MB", "8589934592GB"})
  void refusesWhatIsNoSizeOrTooSmallAOneToBeMeant(String size) {
    assertRefused(
        TradesIngestOptions.class,
        "--targetFileSize=" + size,
        "--targetFileSize="
            + size
            + " is not valid: it must be a size of 64KB or more, in bytes or with KB, MB or GB"
            + " behind it, such as 256MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.0"})
  void refusesThresholdsThatAreNotAboveZero(String threshold) {
    assertRefused(
        TradesAnomaliesOptions.class,
        "--threshold=" + threshold,
        "--threshold=" + threshold + " is not valid: it must be a plain decimal number above 0");
  }

  @Test
  void refusesThresholdsThatAreNoPlainDecimals() {
    assertRefused(
        TradesAnomaliesOptions.class,
        "--threshold=1e5",
        "--threshold=1e5 is not valid: it must be a plain decimal number above 0");
  }

  @Test
  void needsTheFamilyToGenerate() {
    assertRefused(
        GenerateOptions.class, "--rows=5", "it needs --family=trades|events|flights|pile");
    assertRefused(
        GenerateOptions.class,
        "--family=event",
        "--family=event is not valid: it must be one of trades, events, flights, pile");
    assertThat(parse(GenerateOptions.class, "--family=trades", "--rows=0").options().getRows())
        .isZero();
  }

  @Test
  void neverShowsASecretInAnError() {
    assertRefused(
        TradesTopOptions.class,
        "--awsCredentialsProvider={\"secretAccessKey\":\"hidden\"",
        "--awsCredentialsProvider=*** is not valid: it must be a valid AwsCredentialsProvider, as"
            + " Beam's documentation describes it");
    assertRefused(
        TradesTopOptions.class,
        "--password hidden",
        "an option and its value are one argument: write --password=***");
  }

  @Test
  void givesOnlyWhatTheUserSetWithSecretsMasked() {
    CommandLine<TradesTopOptions> line =
        parse(
            TradesTopOptions.class,
            "--top=3",
            "--lake=s3://user:pass@bucket/lake",
            "--SSEKMSKeyId=hidden",
            "--dryRun");

    assertThat(line.masked().toString())
        .isEqualTo("{top=3, lake=s3://***@bucket/lake, SSEKMSKeyId=***, dryRun=true}");
    assertThat(line.options().getLake()).isEqualTo("s3://user:pass@bucket/lake");
  }

  @Test
  void makesTheDirectRunnerFastUnlessToldOtherwise() {
    DirectOptions fast = options().as(DirectOptions.class);
    assertThat(fast.isEnforceImmutability()).isFalse();
    assertThat(fast.isEnforceEncodability()).isFalse();
    assertThat(fast.getTargetParallelism()).isEqualTo(cores());

    DirectOptions careful =
        options("--enforceImmutability", "--enforceEncodability=true", "--targetParallelism=3")
            .as(DirectOptions.class);
    assertThat(careful.isEnforceImmutability()).isTrue();
    assertThat(careful.isEnforceEncodability()).isTrue();
    assertThat(careful.getTargetParallelism()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "--runner=SparkRunner,",
    "--runner=sparkrunner,",
    "--runner=SparkRunner,--sparkMaster=local[*]"
  })
  void runsSparkOnAllCoresAsAMasterThatBeamTakesForLocal(String runner, String master) {
    TradesTopOptions options = master == null ? options(runner) : options(runner, master);

    assertThat(options.as(SparkPipelineOptions.class).getSparkMaster())
        .isEqualTo("local[" + cores() + "]");
  }

  @Test
  void leavesTheMasterThatTheUserOrSparkSubmitChose() {
    assertThat(master("--runner=SparkRunner", "--sparkMaster=spark://host:7077"))
        .isEqualTo("spark://host:7077");
    System.setProperty("spark.master", "yarn");
    try {
      assertThat(master("--runner=SparkRunner")).isEqualTo("local[4]"); // Beam's default: unused
    } finally {
      System.clearProperty("spark.master");
    }
  }

  @Test
  void namesTheApplicationAfterThePipeline() {
    assertThat(options().as(ApplicationNameOptions.class).getAppName()).isEqualTo("lakebeam-it");
  }

  private static String master(String... args) {
    return options(args).as(SparkPipelineOptions.class).getSparkMaster();
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static TradesTopOptions options(String... args) {
    return parse(TradesTopOptions.class, args).options();
  }

  private static <T extends PipelineOptions> CommandLine<T> parse(Class<T> type, String... args) {
    return CommandLine.parse("it", type, List.of(args));
  }

  private static void assertRefused(
      Class<? extends PipelineOptions> type, String args, String message) {
    assertThatThrownBy(() -> CommandLine.parse("it", type, List.of(args.split(" "))).options())
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_OPTIONS))
        .hasMessage(message);
  }
}
