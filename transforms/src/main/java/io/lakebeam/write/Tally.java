package io.lakebeam.write;

import io.lakebeam.sort.SpillSlice;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a run did: counts taken on the data itself, the files it staged, the spans it
 * read. Tallies travel as elements and add up, so they hold for what arrived, not for what was
 * attempted.
 */
public final class Tally implements Serializable {
  public static final Coder<Tally> CODER = SerializableCoder.of(Tally.class);

  private static final long serialVersionUID = 1;

  /** What was counted here, not in tallies that were added: of no meaning to others. */
  private transient long readHere;

  private transient long rejectedHere;
  private transient long readAheadHere;

  private long read;
  private long kept;
  private long carried;
  private long written;
  private final Map<String, Long> filteredBy = new TreeMap<>();
  private final Map<String, Long> rejectedBy = new TreeMap<>();
  private final List<StagedFile> files = new ArrayList<>();
  private final List<StagedFile> rejectFiles = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final List<SpillSlice> spills = new ArrayList<>();
  private @Nullable Measures measures;
  private final Notes notes = new Notes();

  /** Adds all that another tally counted. */
  public Tally add(Tally other) {
    read += other.read;
    kept += other.kept;
    carried += other.carried;
    written += other.written;
    other.filteredBy.forEach((rule, count) -> filteredBy.merge(rule, count, Long::sum));
    other.rejectedBy.forEach((reason, count) -> rejectedBy.merge(reason, count, Long::sum));
    files.addAll(other.files);
    rejectFiles.addAll(other.rejectFiles);
    spans.addAll(other.spans);
    spills.addAll(other.spills);
    if (other.measures != null) {
      measure(other.measures);
    }
    notes.addAll(other.notes);
    return this;
  }

  /** The same without what was spilled, once that is merged. */
  Tally withoutSpills() {
    Tally without = new Tally().add(this);
    without.spills.clear();
    return without;
  }

  /** The same with other files of the table. */
  Tally withFiles(List<StagedFile> others) {
    Tally with = new Tally().add(this);
    with.files.clear();
    with.files.addAll(others);
    return with;
  }

  public void addRead(long records) {
    read += records;
    readHere += records;
  }

  /** Records that will be read once more, and count then: for progress only. */
  public void addReadAhead(long records) {
    readAheadHere += records;
  }

  public void addKept(long records) {
    kept += records;
  }

  /** Records that arrived at the far end, where rows are written. */
  public void addCarried(long records) {
    carried += records;
  }

  public void addWritten(long rows) {
    written += rows;
  }

  public void addFiltered(String rule, long records) {
    if (records > 0) {
      filteredBy.merge(rule, records, Long::sum);
    }
  }

  /** Records that were counted as kept, and are filtered after all. */
  public void filterKept(String rule, long records) {
    kept -= records;
    addFiltered(rule, records);
  }

  public void addRejected(String reason) {
    rejectedBy.merge(reason, 1L, Long::sum);
    rejectedHere++;
  }

  public void addFile(StagedFile file) {
    files.add(file);
  }

  public void addRejectFile(StagedFile file) {
    rejectFiles.add(file);
  }

  public void addSpan(Span span) {
    spans.add(span);
  }

  /**
   * Adds an entry to a list of the run report that is a family's own.
   *
   * @param list the list's name, such as {@code missing_zones}
   * @param entry texts, numbers and booleans by name
   */
  public void addNote(String list, Map<String, Object> entry) {
    notes.add(list, entry);
  }

  void addSpill(SpillSlice spill) {
    spills.add(spill);
  }

  /** Adds what a family measured. */
  public void measure(Measures more) {
    measures = measures == null ? more : measures.plus(more);
  }

  public long read() {
    return read;
  }

  long readHere() {
    return readHere;
  }

  long rejectedHere() {
    return rejectedHere;
  }

  long readAheadHere() {
    return readAheadHere;
  }

  public long kept() {
    return kept;
  }

  public long carried() {
    return carried;
  }

  public long written() {
    return written;
  }

  public long filtered() {
    return sum(filteredBy);
  }

  public long rejected() {
    return sum(rejectedBy);
  }

  public Map<String, Long> filteredBy() {
    return Collections.unmodifiableMap(filteredBy);
  }

  public Map<String, Long> rejectedBy() {
    return Collections.unmodifiableMap(rejectedBy);
  }

  public List<StagedFile> files() {
    return Collections.unmodifiableList(files);
  }

  public List<StagedFile> rejectFiles() {
    return Collections.unmodifiableList(rejectFiles);
  }

  public List<Span> spans() {
    return Collections.unmodifiableList(spans);
  }

  /** What the family measured; null if nothing. */
  public @Nullable Measures measures() {
    return measures;
  }

  /** The families' own lists, each sorted, so that no order of arrival shows. */
  public Map<String, List<Map<String, Object>>> notes() {
    return notes.sorted();
  }

  /** What was spilled to be sorted and is still to be merged. */
  List<SpillSlice> spills() {
    return spills;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally && asList().equals(((Tally) other).asList());
  }

  @Override
  public int hashCode() {
    return asList().hashCode();
  }

  private List<@Nullable Object> asList() {
    return Arrays.asList(
        read,
        kept,
        carried,
        written,
        filteredBy,
        rejectedBy,
        files,
        rejectFiles,
        spans,
        spills,
        notes,
        measures);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
