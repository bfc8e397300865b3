package io.faceservice.http.compat;

import io.faceservice.application.liveness.AssessActions;
import io.faceservice.application.liveness.AssessActions.Judged;
import io.faceservice.application.liveness.AssessActions.Outcome;
import io.faceservice.application.liveness.CommandedAction;
import io.faceservice.domain.biometric.FaceImage;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.liveness.HeadAction;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST /face-live}: did they do as they were told before the camera? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaceLiveController {
  private static final String COMMANDS = "cmds";

  /** How much of an unknown action's name is said back. */
  private static final int MAX_ECHO = 40;

  private final AssessActions actions;
  private final RequestImages images;

  FaceLiveController(AssessActions actions, RequestImages images) {
    this.actions = actions;
    this.images = images;
  }

  /** The body, its images still as text. */
  record Request(String image, List<Command> cmds) {

    static Request read(byte @Nullable [] body) {
      JsonFields fields =
          JsonFields.read(body).require("image", Hints.MISSING).require(COMMANDS, Hints.MISSING);
      List<JsonFields> commands = fields.requiredObjects(COMMANDS);
      commands.forEach(c -> c.require("action", Hints.MISSING).require("images", Hints.MISSING));
      return new Request(
          fields.requiredText("image"), commands.stream().map(Command::read).toList());
    }

    int frames() {
      return cmds.stream().mapToInt(command -> command.images().size()).sum();
    }
  }

  /** One command and its frames. */
  record Command(HeadAction action, List<String> images) {

    static Command read(JsonFields fields) {
      List<String> frames = fields.requiredTexts("images");
      return new Command(action(fields.requiredText("action")), frames);
    }

    private static HeadAction action(String name) {
      return Arrays.stream(HeadAction.values())
          .filter(action -> action.name().equals(name))
          .findFirst()
          .orElseThrow(() -> unknown(name));
    }

    private static InvalidInputException unknown(String name) {
      return new InvalidInputException(
          COMMANDS,
          "Unknown action '%s'. Known actions: %s."
              .formatted(
                  name.substring(0, Math.min(name.length(), MAX_ECHO)),
                  Arrays.stream(HeadAction.values())
                      .map(HeadAction::name)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** The answer, one result a command in the order given. */
  record Response(String status, List<Result> cmds, String model) {}

  /** What became of one command. */
  record Result(HeadAction cmd, boolean passAction, boolean similar) {

    static Result of(Judged judged) {
      return new Result(judged.action(), judged.done(), judged.similar());
    }
  }

  @Post("/face-live")
  @Consumes(MediaType.ALL)
  HttpResponse<?> assess(@Body byte @Nullable [] body) {
    Request request = Request.read(body);
    images.requireAtMost(COMMANDS, request.frames());
    FaceImage reference = images.image("image", request.image());
    List<CommandedAction> commands =
        request.cmds().stream()
            .map(c -> new CommandedAction(c.action(), images.images(COMMANDS, c.images())))
            .toList();
    return switch (actions.assess(reference, commands)) {
      case Outcome.NotAcquired none -> CompatErrors.noFace(HttpStatus.OK);
      case Outcome.Assessed(var model, var judged) ->
          HttpResponse.ok(
              new Response("SUCCESS", judged.stream().map(Result::of).toList(), model.value()));
    };
  }
}
