package io.lakebeam.pile;

import io.lakebeam.lake.Run;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.InOrder;
import io.lakebeam.write.Sort;
import io.lakebeam.write.SortedSlice;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Sorts documents such that those taken for the same are neighbours. To find near duplicates the
 * files are read twice: first for the signatures of the texts, which are sorted by their bands,
 * then for the texts, which are sorted together with the marks: reading again costs less than
 * keeping the texts of a corpus.
 */
final class SortCandidates extends PTransform<PCollection<FileRange>, PCollection<SortedSlice>> {
  private static final TypeDescriptor<CandidateSource> SOURCE =
      TypeDescriptor.of(CandidateSource.class);

  private final Run run;
  private final ReadDocuments documents;
  private final Deduplication deduplication;

  SortCandidates(Run run, ReadDocuments documents, Deduplication deduplication) {
    this.run = run;
    this.documents = documents;
    this.deduplication = deduplication;
  }

  @Override
  public PCollection<SortedSlice> expand(PCollection<FileRange> ranges) {
    int slices = Sort.slices(run);
    PCollection<CandidateSource> files =
        ranges
            .apply("Documents", MapElements.into(SOURCE).via(range -> CandidateSource.of(range)))
            .setCoder(SerializableCoder.of(CandidateSource.class));
    PCollection<CandidateSource> sources =
        deduplication == Deduplication.NEAR
            ? PCollectionList.of(files)
                .and(bands(ranges, slices))
                .apply("DocumentsAndMarks", Flatten.pCollections())
            : files;
    ReadCandidates candidates =
        new ReadCandidates(documents, InOrder.of(run, new MarkNearDuplicates()));
    return sources.apply(
        "SortCandidates", Sort.of(run, slices, candidates, new CandidateRecords()));
  }

  private PCollection<CandidateSource> bands(PCollection<FileRange> ranges, int slices) {
    return ranges
        .apply("SortBands", Sort.of(run, slices, new ReadBands(documents), new BandRecords()))
        .apply("Bands", MapElements.into(SOURCE).via(bands -> CandidateSource.of(bands)))
        .setCoder(SerializableCoder.of(CandidateSource.class));
  }
}
