package io.lakebeam.pipelines.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;

/**
 * A small pipeline that writes files under each place of its first argument (comma-separated),
 * shuffles their names, and reads them, once for every compression. It uses the class path as our
 * pipelines do; the other arguments are pipeline options. Each file that was read back right gives
 * a file {@code <name>.read} beside it.
 */
public final class ObjectStoreProbe {
  static final List<Compression> COMPRESSIONS =
      List.of(Compression.UNCOMPRESSED, Compression.GZIP, Compression.ZSTD, Compression.BZIP2);

  private ObjectStoreProbe() {}

  public static void main(String[] args) {
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs(
                List.of(args).subList(1, args.length).toArray(String[]::new))
            .create();
    List<String> files = new ArrayList<>();
    for (String place : args[0].split(",")) {
      for (Compression compression : COMPRESSIONS) {
        files.add(place + "probe" + compression.getSuggestedSuffix());
      }
    }
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply("Names", Create.of(files))
        .apply("Write", ParDo.of(new Write()))
        .apply("Shuffle", GroupByKey.create())
        .apply("Read", ParDo.of(new Read()));
    pipeline.run().waitUntilFinish();
  }

  private static final class Write extends DoFn<String, KV<String, String>> {
    @ProcessElement
    public void write(@Element String file, OutputReceiver<KV<String, String>> receiver)
        throws IOException {
      try (OutputStream out =
          Channels.newOutputStream(
              Compression.detect(file)
                  .writeCompressed(FileSystems.create(LakePaths.resource(file), "text/plain")))) {
        out.write(file.getBytes(UTF_8));
      }
      receiver.output(KV.of(file, file));
    }
  }

  private static final class Read extends DoFn<KV<String, Iterable<String>>, Void> {
    @ProcessElement
    public void read(@Element KV<String, Iterable<String>> element) throws IOException {
      String file = element.getKey();
      try (InputStream in =
          Channels.newInputStream(
              Compression.detect(file)
                  .readDecompressed(FileSystems.open(LakePaths.resource(file))))) {
        String text = new String(in.readAllBytes(), UTF_8);
        if (!text.equals(file)) {
          throw new IllegalStateException(file + " gives " + text);
        }
      }
      LakeFiles.write(file + ".read", "yes");
    }
  }
}
