"""Writes ONNX models as SavedModels in the layout of TensorFlow Serving.

    export_saved_model.py TARGET MODEL.onnx…

makes TARGET/<name>/1/saved_model.pb for each, and TARGET/models.config, which names them all.
"""

import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf  # noqa: E402

from onnx_graph import Graph  # noqa: E402


def export(model, target):
    graph = Graph(str(model))
    specs = {
        name: tf.TensorSpec([None] + shape[1:], tf.float32, name)
        for name, shape in graph.inputs.items()
    }

    @tf.function(input_signature=[specs])
    def serve(feeds):
        return graph.run(feeds)

    module = tf.Module()
    tf.saved_model.save(
        module, str(target / model.stem / "1"), signatures={"serving_default": keyed(serve, specs)}
    )


def keyed(function, specs):
    """The same with one keyword for each input, as a signature wants it."""
    wrapped = tf.function(lambda **feeds: function(feeds))
    return wrapped.get_concrete_function(**specs)


def main():
    target = pathlib.Path(sys.argv[1])
    models = [pathlib.Path(argument) for argument in sys.argv[2:]]
    for model in models:
        export(model, target)
        print(f"{model.stem}: {target / model.stem / '1'}", flush=True)
    entries = "\n".join(
        f'  config {{ name: "{m.stem}" base_path: "{(target / m.stem).resolve()}" '
        'model_platform: "tensorflow" }'
        for m in models
    )
    (target / "models.config").write_text(f"model_config_list {{\n{entries}\n}}\n")


if __name__ == "__main__":
    main()
