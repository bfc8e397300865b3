package io.faceservice.bootstrap.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.evaluate.ImageName;
import io.faceservice.application.evaluate.LabelledPair;
import io.faceservice.domain.biometric.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairsFileTest {
  @TempDir Path folder;

  @BeforeEach
  void images() throws IOException {
    Files.createDirectories(folder.resolve("faces"));
    for (String name : new String[] {"ada.jpg", "ada 2.jpg", "bôb.jpg"}) {
      Files.writeString(folder.resolve("faces").resolve(name), name);
    }
  }

  @Test
  void readsPairsBesideTheImages() {
    PairsFile file = read("faces/ada.jpg\tfaces/ada 2.jpg\t1\nfaces/ada.jpg\tfaces/bôb.jpg\t0\n");

    assertThat(file.pairs())
        .containsExactly(
            pair("faces/ada.jpg", "faces/ada 2.jpg", true),
            pair("faces/ada.jpg", "faces/bôb.jpg", false));
    assertThat(file.image(new ImageName("faces/bôb.jpg")).toArray())
        .isEqualTo("bôb.jpg".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsImagesBelowAnotherRoot() {
    Path file = write("ada.jpg\tbôb.jpg\t0\n");

    PairsFile pairs = PairsFile.read(file, Optional.of(folder.resolve("faces")));

    assertThat(pairs.image(new ImageName("ada.jpg")).size()).isEqualTo("ada.jpg".length());
  }

  @Test
  void readsAbsolutePaths() {
    String ada = folder.resolve("faces/ada.jpg").toString();

    assertThat(read(ada + "\t" + ada + "\t1").pairs()).containsExactly(pair(ada, ada, true));
  }

  @Test
  void knowsAnImageThatIsSpeltInTwoWays() {
    assertThat(read("faces/ada.jpg\tfaces/../faces/./ada.jpg\t1").pairs())
        .containsExactly(pair("faces/ada.jpg", "faces/ada.jpg", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "probe\treference\tsame\nfaces/ada.jpg\tfaces/bôb.jpg\t0",
        "# LFW, view 2\n\n  \nprobe\treference\tlabel\nfaces/ada.jpg\tfaces/bôb.jpg\t0\n\n",
        "\uFEFFfaces/ada.jpg\tfaces/bôb.jpg\t0\r\n",
        " faces/ada.jpg \t faces/bôb.jpg \t 0 "
      })
  void skipsWhatIsNoPair(String text) {
    assertThat(read(text).pairs()).containsExactly(pair("faces/ada.jpg", "faces/bôb.jpg", false));
  }

  @Test
  void readsFolds() {
    assertThat(read("faces/ada.jpg\tfaces/bôb.jpg\t0\t7").pairs().getFirst().fold()).hasValue(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "faces/ada.jpg faces/bôb.jpg 0 | found 1 column(s)",
        "faces/ada.jpg>faces/bôb.jpg | found 2 column(s)",
        "faces/ada.jpg>faces/bôb.jpg>0>1>2 | found 5 column(s)",
        "faces/ada.jpg>faces/bôb.jpg>2 | the third column is 1 for one person or 0 for two, not \"2\"",
        "faces/ada.jpg>faces/bôb.jpg>yes | not \"yes\"",
        "faces/ada.jpg>faces/bôb.jpg> | not \"\"",
        "faces/ada.jpg>faces/bôb.jpg>0>one | the fourth column is the number of a fold",
        "faces/ada.jpg>>0 | an image's path is missing",
        "faces/ada.jpg>faces/eve.jpg>0 | there is no file",
        "faces/ada.jpg>faces>0 | there is no file"
      })
  void namesTheLineThatIsWrong(String line, String problem) {
    String good = "faces/ada.jpg\tfaces/bôb.jpg\t0";

    assertThatThrownBy(() -> read("# one\n" + good + "\n" + line.replace('>', '\t')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("pairs.tsv:3: ")
        .hasMessageContaining(problem);
  }

  @Test
  void refusesFoldsForSomePairsOnly() {
    assertThatThrownBy(
            () -> read("faces/ada.jpg\tfaces/bôb.jpg\t0\t1\nfaces/ada.jpg\tfaces/bôb.jpg\t0"))
        .hasMessageContaining("a fold for some pairs only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "probe\treference\tlabel\n"})
  void refusesAFileWithoutPairs(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds no pairs");
  }

  @Test
  void refusesAFileThatIsNotThereOrIsNoText() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> PairsFile.read(folder.resolve("none.tsv"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> PairsFile.read(binary, Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cannot be read as UTF-8 text");
  }

  @Test
  void reportsAnImageThatWentAwayAsTheCallersMistake() throws IOException {
    PairsFile file = read("faces/ada.jpg\tfaces/bôb.jpg\t0");
    Files.delete(folder.resolve("faces/ada.jpg"));

    assertThatThrownBy(() -> file.image(new ImageName("faces/ada.jpg")))
        .isInstanceOf(InvalidInputException.class);
  }

  private PairsFile read(String text) {
    return PairsFile.read(write(text), Optional.empty());
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("pairs.tsv"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static LabelledPair pair(String probe, String reference, boolean genuine) {
    return new LabelledPair(
        new ImageName(probe), new ImageName(reference), genuine, OptionalInt.empty());
  }
}
