package io.lakebeam.lake;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One run of one pipeline: who it is, what it reads, where it writes. Travels to the workers. */
@AutoValue
public abstract class Run implements Serializable {
  /** What a file of a table should have, unless the user says otherwise. */
  public static final long TARGET_FILE_BYTES = 256L << 20;

  public static Builder builder() {
    return new AutoValue_Run.Builder().targetFileBytes(TARGET_FILE_BYTES);
  }

  public abstract String pipeline();

  public abstract String runId();

  public abstract String version();

  public abstract String runner();

  /** The lake's root, with a slash at its end. */
  public abstract String lake();

  /** The table's directory, with a slash at its end. */
  public abstract String output();

  public abstract WriteMode writeMode();

  /** The size to which files of a table grow; then the next one begins. */
  public abstract long targetFileBytes();

  /** Rejected / read above which the run fails. */
  public abstract double maxRejectRatio();

  /** What the user set, for the report; secrets already masked. */
  public abstract Map<String, String> options();

  public abstract List<LakeFile> inputs();

  public abstract Instant startedAt();

  abstract Builder toBuilder();

  /** The same for a worker that does not need the inputs: there can be very many. */
  public Run withoutInputs() {
    return toBuilder().inputs(List.of()).build();
  }

  /** Where this run's files stay hidden until they are published. */
  public String staging() {
    return stagings() + runId() + "/";
  }

  /** Where this run sorts. */
  public String sortStaging() {
    return staging() + "_sort/";
  }

  /** Where all runs on this table have their stagings. */
  public String stagings() {
    return output() + "_staging/";
  }

  /** Where this run's rejects are published. */
  public String rejects() {
    return lake() + "rejects/" + pipeline() + "/" + Partition.directory("run", runId()) + "/";
  }

  /** Where this run's rejects stay hidden until then; beside them, so that a move is a rename. */
  public String rejectStaging() {
    return rejectStagings() + runId() + "/";
  }

  public String rejectStagings() {
    return lake() + "rejects/" + pipeline() + "/_staging/";
  }

  /** Where the reports of this pipeline's runs lie. */
  public String reports() {
    return lake() + "_runs/" + pipeline() + "/";
  }

  /** The run report. */
  public String report() {
    return reports() + runId() + ".json";
  }

  /** Builds a run. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder pipeline(String pipeline);

    public abstract Builder runId(String runId);

    public abstract Builder version(String version);

    public abstract Builder runner(String runner);

    public abstract Builder lake(String lake);

    public abstract Builder output(String output);

    public abstract Builder writeMode(WriteMode writeMode);

    public abstract Builder targetFileBytes(long targetFileBytes);

    public abstract Builder maxRejectRatio(double maxRejectRatio);

    public abstract Builder options(Map<String, String> options);

    public abstract Builder inputs(List<LakeFile> inputs);

    public abstract Builder startedAt(Instant startedAt);

    public abstract Run build();
  }
}
