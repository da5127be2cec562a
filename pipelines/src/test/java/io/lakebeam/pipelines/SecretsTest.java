package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "dbPassword",
        "clientSecret",
        "API_TOKEN",
        "SSECustomerKey",
        "kaggleKey",
        "awsCredentialsProvider",
        "authorization"
      })
  void hidesValuesOfOptionsThatSoundSecret(String option) {
    assertThat(Secrets.masked(option, "hidden")).isEqualTo("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lake", "input", "top", "writeMode", "bundleSize"})
  void showsOtherValues(String option) {
    assertThat(Secrets.masked(option, "shown")).isEqualTo("shown");
  }

  @ParameterizedTest
  @CsvSource({
    "s3://user:pass@bucket/a,s3://***@bucket/a",
    "s3://AKIA:sec/r+t@bucket/a,s3://***@bucket/a",
    "s3://AKIA@bucket/a,s3://***@bucket/a",
    "hdfs://host:8020/a@b/c,hdfs://host:8020/a@b/c",
    "s3://bucket/a@b,s3://bucket/a@b",
    "http://host/a?x=1&access_token=hidden&y=2,http://host/a?x=1&access_token=***&y=2",
    "http://host/a?X-Amz-Signature=hidden,http://host/a?X-Amz-Signature=***",
    "http://host/a?sig=hidden,http://host/a?sig=***",
    "/plain/path@x,/plain/path@x"
  })
  void hidesCredentialsInUrls(String url, String shown) {
    assertThat(Secrets.masked("lake", url)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3://a:b@x/1,s3://c:d@y/2 | s3://***@x/1,s3://***@y/2",
        "cannot read s3://a:b@x/1 or s3://c:d@y/2 | cannot read s3://***@x/1 or s3://***@y/2"
      })
  void hidesEachOfSeveralUrls(String text, String shown) {
    assertThat(Secrets.maskedText(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"username\":\"u\",\"password\":\"p\"} | ***",
        "[{\"fs.s3a.secret.key\":\"p\"}] | ***",
        "{\"host\":\"h\"} | {\"host\":\"h\"}"
      })
  void hidesStructuredValuesThatHoldASecret(String json, String shown) {
    assertThat(Secrets.masked("proxyConfiguration", json)).isEqualTo(shown);
  }
}
