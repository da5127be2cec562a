package io.lakebeam.pile;

import static io.lakebeam.lake.Texts.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signatures find near duplicates about as well as comparing all texts with each other does. */
class TextSignatureTest {
  private static final int DOCUMENTS = 5_000;

  @Test
  void isTheSameWhateverTheWhiteSpace() {
    TextSignature signature = new TextSignature();
    assertThat(signature.of(utf8("one two\n\nthree  four five six")))
        .isEqualTo(signature.of(utf8(" one two three\tfour five six\u00A0")))
        .isNotEqualTo(signature.of(utf8("one two three four six five")));
  }

  @Test
  void hasABandInCommonWithItself() {
    byte[] signature = new TextSignature().of(utf8("a few words"));
    Set<Integer> bands = new HashSet<>();
    for (int band = 0; band < TextSignature.BANDS; band++) {
      bands.add(TextSignature.band(signature, band));
    }
    assertThat(bands).hasSize(TextSignature.BANDS);
    assertThat(TextSignature.areSimilar(signature, signature.clone())).isTrue();
  }

  /**
   * Of all pairs of 5,000 generated documents, no two of them the same but for white space, those
   * are sought whose shingles have a Jaccard similarity of 0.8 or more.
   */
  @Test
  void findsThePairsThatBruteForceFinds() throws IOException {
    List<String> texts = texts();
    Set<Pair> similar = new HashSet<>();
    Set<Pair> verySimilar = new HashSet<>();
    Map<Pair, Double> exact = bruteForce(texts);
    exact.forEach(
        (pair, similarity) -> {
          if (similarity >= TextSignature.THRESHOLD) {
            similar.add(pair);
          }
          if (similarity >= 0.88) {
            verySimilar.add(pair);
          }
        });
    Set<Pair> found = bySignature(texts);
    double recall = share(similar, found);
    double recallBeyond = share(verySimilar, found);
    double precision = share(found, similar);
    long wide = found.stream().filter(pair -> exact.getOrDefault(pair, 0.0) < 0.7).count();
    assertThat(similar).hasSizeGreaterThan(50);
    assertThat(recall).isGreaterThan(0.9);
    assertThat(recallBeyond).isGreaterThan(0.97);
    assertThat(precision).isGreaterThan(0.9);
    assertThat(wide).isZero();
  }

  @Test
  void estimatesTheSimilarityOfSets() {
    TextSignature signature = new TextSignature();
    int similar = 0;
    for (int text = 0; text < 200; text++) {
      StringBuilder one = new StringBuilder();
      StringBuilder other = new StringBuilder();
      for (int word = 0; word < 400; word++) {
        one.append(text).append('w').append(word).append(' ');
        other.append(text).append(word % 50 == 49 ? 'x' : 'w').append(word).append(' ');
      }
      // 8 of 400 words replaced: 36 to 40 of 396 shingles differ, a similarity of 0.82.
      similar +=
          TextSignature.areSimilar(
                  signature.of(utf8(one.toString())), signature.of(utf8(other.toString())))
              ? 1
              : 0;
    }
    assertThat(similar / 200.0).isCloseTo(0.75, within(0.2));
  }

  private record Pair(int first, int second) {}

  private static double share(Set<Pair> of, Set<Pair> in) {
    return of.stream().filter(in::contains).count() / (double) of.size();
  }

  /** Documents of the Pile's short sets, so that all pairs can be looked at. */
  private static List<String> texts() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PileGenerator.of(6_000, 7, 0).write(0, out);
    ObjectMapper json = new ObjectMapper();
    Set<String> folded = new HashSet<>();
    List<String> texts = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      String text = json.readTree(line).path("text").asText();
      boolean taken = text.length() < 20_000 && texts.size() < DOCUMENTS;
      if (taken && folded.add(PileOracle.folded(text))) {
        texts.add(text);
      }
    }
    assertThat(texts).hasSize(DOCUMENTS);
    return texts;
  }

  /** The similarity of every pair with a shingle in common, on strings. */
  private static Map<Pair, Double> bruteForce(List<String> texts) {
    List<Set<String>> shingles = texts.stream().map(TextSignatureTest::shingles).toList();
    Map<String, List<Integer>> holders = new HashMap<>();
    for (int text = 0; text < texts.size(); text++) {
      for (String shingle : shingles.get(text)) {
        holders.computeIfAbsent(shingle, absent -> new ArrayList<>()).add(text);
      }
    }
    Map<Pair, Double> similarities = new HashMap<>();
    for (int text = 0; text < texts.size(); text++) {
      Map<Integer, Integer> common = new HashMap<>();
      for (String shingle : shingles.get(text)) {
        for (int other : holders.get(shingle)) {
          if (other > text) {
            common.merge(other, 1, Integer::sum);
          }
        }
      }
      for (Map.Entry<Integer, Integer> other : common.entrySet()) {
        int both = other.getValue();
        int any = shingles.get(text).size() + shingles.get(other.getKey()).size() - both;
        similarities.put(new Pair(text, other.getKey()), (double) both / any);
      }
    }
    return similarities;
  }

  private static Set<String> shingles(String text) {
    List<String> words = QualityOracle.words(text);
    Set<String> shingles = new LinkedHashSet<>();
    for (int i = 0; i == 0 || i + TextSignature.SHINGLE_WORDS <= words.size(); i++) {
      int end = Math.min(words.size(), i + TextSignature.SHINGLE_WORDS);
      shingles.add(String.join(" ", words.subList(i, end)));
    }
    return shingles;
  }

  private static Set<Pair> bySignature(List<String> texts) {
    TextSignature signature = new TextSignature();
    List<byte[]> signatures = texts.stream().map(text -> signature.of(utf8(text))).toList();
    Set<Pair> found = new HashSet<>();
    for (int band = 0; band < TextSignature.BANDS; band++) {
      Map<Integer, List<Integer>> buckets = new HashMap<>();
      for (int text = 0; text < texts.size(); text++) {
        int own = TextSignature.band(signatures.get(text), band);
        List<Integer> bucket = buckets.computeIfAbsent(own, absent -> new ArrayList<>());
        for (int other : bucket) {
          if (TextSignature.areSimilar(signatures.get(other), signatures.get(text))) {
            found.add(new Pair(other, text));
          }
        }
        bucket.add(text);
      }
    }
    return found;
  }
}
