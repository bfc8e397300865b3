package io.faceservice.application.bulk;

import static io.faceservice.application.bulk.ImportWorld.content;
import static io.faceservice.application.bulk.ImportWorld.face;
import static io.faceservice.application.bulk.ImportWorld.key;
import static io.faceservice.application.testkit.ScriptedFaces.noPicture;
import static io.faceservice.application.testkit.ScriptedFaces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceservice.application.bulk.ImportFaces.Ending;
import io.faceservice.application.bulk.ImportFaces.Mode;
import io.faceservice.application.bulk.ImportItem.Face;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.port.BackendException;
import io.faceservice.application.testkit.ScriptedFaces;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ImportFacesTest {
  private final ImportWorld world = new ImportWorld();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void enrolsEveryFaceInBothStores() {
    assertThat(world.run(List.of(face("ada", picture(0)), face("bob", picture(90)))))
        .containsExactly("ada enrolled", "bob enrolled");

    assertThat(world.gallery.find(key("ada", "primary"))).isPresent();
    assertThat(world.gallery.find(key("bob", "primary"))).isPresent();
    assertThat(world.store.unfinished()).isEmpty();
  }

  @Test
  void tellsOutcomesInTheInputsOrderWhateverBecomesOfEach() {
    var told =
        world.run(
            List.of(
                face("ada", picture(0)),
                face("wall", picture()),
                face("note", noPicture()),
                face("gone", "primary", "", content(Optional.empty())),
                ImportWorld.unusable("line", Reason.BAD_LINE),
                face("ada", picture(50)),
                face("ada", "second", picture(50)),
                face("bob", picture(90))));

    assertThat(told)
        .containsExactly(
            "ada enrolled",
            "wall NO_FACE",
            "note UNREADABLE_IMAGE",
            "gone MISSING_IMAGE_FILE",
            "line BAD_LINE",
            "ada DUPLICATE_ID_IN_INPUT",
            "ada enrolled",
            "bob enrolled");
    assertThat(world.store.current(key("ada", "primary").subjectKey())).hasSize(2);
    assertThat(world.store.current(key("wall", "primary"))).isEmpty();
  }

  @Test
  void takesNoMoreFacesOfOnePersonThanTheyMayHave() {
    var told =
        world.run(
            List.of(
                face("ada", picture(0)),
                face("ada", "second", picture(10)),
                face("ada", "third", picture(20))));
    assertThat(told).containsExactly("ada enrolled", "ada enrolled", "ada enrolled");

    assertThat(world.run(List.of(face("ada", "fourth", picture(30)), face("ada", picture(5)))))
        .containsExactly("ada TOO_MANY_FACES", "ada enrolled");
    assertThat(world.store.current(key("ada", "primary").subjectKey())).hasSize(3);
    assertThat(world.gallery.find(key("ada", "fourth"))).isEmpty();
  }

  @Test
  void leavesAloneWhatIsEnrolledAlready() {
    var items = List.of(face("ada", picture(0)), face("bob", picture(90)));
    world.run(items);
    assertThat(world.decoded()).isEqualTo(2);

    assertThat(world.run(items)).containsExactly("ada already there", "bob already there");
    assertThat(world.decoded()).isZero();
    assertThat(world.versions("ada")).isEqualTo(1);
  }

  @Test
  void enrolsANewVersionWhereTheImageOrItsTimeChanged() {
    world.run(List.of(face("ada", picture(0)), face("bob", picture(90))));

    var bobLater = face("bob", "primary", "later", content(Optional.of(picture(90))));
    assertThat(world.run(List.of(face("ada", picture(10)), bobLater)))
        .containsExactly("ada enrolled", "bob enrolled");
    assertThat(world.versions("ada")).isEqualTo(2);
    assertThat(world.versions("bob")).isEqualTo(2);
  }

  @Test
  void resumesAfterAnInterruptionWithoutRepeatingAnything() {
    List<Face> people =
        IntStream.range(0, 40).mapToObj(i -> face("person " + i, picture(i))).toList();

    Ending ending =
        world.importFaces().importAll(interruptingAt(20, people), Mode.ENROL, world::hear);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ending).isEqualTo(Ending.INTERRUPTED);
    int before = world.told.size();
    assertThat(before).isBetween(1, 20);
    assertThat(world.told).allMatch(line -> line.endsWith(" enrolled"));
    assertThat(world.decoded()).isEqualTo(before);

    List<String> told = world.run(people);
    assertThat(told).filteredOn(line -> line.endsWith("already there")).hasSize(before);
    assertThat(told).filteredOn(line -> line.endsWith(" enrolled")).hasSize(40 - before);
    assertThat(world.decoded()).isEqualTo(40 - before);
    assertThat(people).allMatch(one -> world.versions(one.origin().subject()) == 1);
  }

  @Test
  void stopsWhenAStoreFailsAndKeepsWhatItTold() {
    List<Face> people =
        IntStream.range(0, 40).mapToObj(i -> face("person " + i, picture(i))).toList();
    Iterator<Face> closing =
        during(
            people,
            i -> {
              if (i == 20) {
                world.gallery.close();
              }
            });

    assertThatThrownBy(() -> world.importFaces().importAll(closing, Mode.ENROL, world::hear))
        .isInstanceOf(BackendException.class);

    assertThat(world.told).hasSizeBetween(1, 20).allMatch(line -> line.endsWith(" enrolled"));
    assertThat(people)
        .filteredOn(one -> world.versions(one.origin().subject()) == 1)
        .hasSize(world.told.size());
    assertThat(closing.hasNext()).isTrue();
  }

  @Test
  void keepsNothingInARehearsal() {
    var items = List.of(face("ada", picture(0)), face("wall", picture()));

    world.importFaces().importAll(items.iterator(), Mode.REHEARSE, world::hear);

    assertThat(world.told).containsExactly("ada enrolled", "wall NO_FACE");
    assertThat(world.store.sources()).isEmpty();
  }

  @Test
  void losesNoOtherItemToAFaultInOne() {
    var faces = new ScriptedFaces();
    var faulty =
        world.importFaces(
            image -> {
              if (image.size() == noPicture().size()) {
                throw new IllegalArgumentException("a fault");
              }
              return faces.decode(image);
            },
            faces);
    var items = List.of(face("eve", noPicture()), face("ada", picture(0)));

    faulty.importAll(items.iterator(), Mode.ENROL, world::hear);

    assertThat(world.told).containsExactly("eve INTERNAL_ERROR", "ada enrolled");
  }

  @Test
  void takesNoMoreOfTheInputThanItWorksOn() {
    List<Integer> ahead = new ArrayList<>();
    List<Face> people =
        IntStream.range(0, 60).mapToObj(i -> face("person " + i, picture(i))).toList();

    world
        .importFaces()
        .importAll(
            during(people, taken -> ahead.add(taken - world.told.size())), Mode.ENROL, world::hear);

    assertThat(ahead).allMatch(items -> items <= 6);
  }

  @Test
  void knowsThousandsOfKeysApart() {
    var seen = new SeenKeys();
    List<String> names = IntStream.range(0, 5_000).mapToObj(i -> "p" + i).toList();

    assertThat(names).allMatch(name -> seen.add(key(name, "primary")));
    assertThat(names).allMatch(name -> seen.add(key(name, "second")));
    assertThat(names).noneMatch(name -> seen.add(key(name, "primary")));
    assertThat(Stream.of("p", "p1p", "P1")).allMatch(name -> seen.add(key(name, "primary")));
  }

  private static Iterator<Face> interruptingAt(int index, List<Face> items) {
    return during(
        items,
        i -> {
          if (i == index) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** The items; before each is given out, its number is told. */
  private static Iterator<Face> during(
      List<Face> items, java.util.function.IntConsumer beforeEach) {
    var all = items.iterator();
    return new Iterator<>() {
      private int given;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Face next() {
        beforeEach.accept(given++);
        return all.next();
      }
    };
  }
}
