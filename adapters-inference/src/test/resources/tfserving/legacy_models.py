"""Small models of exactly the signatures that the first generation's customers serve.

    legacy_models.py TARGET [SEED]

SEED makes another arcface. A face is wherever the picture is not black; the two detectors place it
differently, so that a test sees which one was asked.
"""

import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf  # noqa: E402


def detector(box):
    @tf.function(input_signature=[tf.TensorSpec([1, None, None, 3], tf.float32, "input_image")])
    def serve(input_image):
        height, width = tf.shape(input_image)[1], tf.shape(input_image)[2]
        tf.debugging.assert_equal(height % 32 + width % 32, 0, "sides are multiples of 32")
        tf.debugging.assert_less_equal(tf.maximum(height, width), 320, "sides are 320 at most")
        x1, y1, x2, y2 = box
        points = [x1 + 0.1, y1 + 0.1, x2 - 0.1, y1 + 0.1, (x1 + x2) / 2, (y1 + y2) / 2,
                  x1 + 0.1, y2 - 0.1, x2 - 0.1, y2 - 0.1]
        rows = tf.constant([[*box, *points, 1.0, 0.97], [*box, *points, 1.0, 0.5]])
        lit = tf.reduce_mean(input_image) > 1.0
        return {"tf_op_layer_GatherV2": tf.boolean_mask(rows, [lit, lit])}

    return serve


def arcface(seed):
    projection = tf.random.stateless_normal([14 * 14 * 3, 512], [seed, 1])

    @tf.function(input_signature=[tf.TensorSpec([None, 112, 112, 3], tf.float32, "input_image")])
    def serve(input_image):
        small = tf.nn.avg_pool2d(input_image / 255.0 - 0.5, 8, 8, "VALID")
        return {"output": tf.reshape(small, [-1, 14 * 14 * 3]) @ projection}

    return serve


def landmark():
    @tf.function(input_signature=[tf.TensorSpec([None, 128, 128, 3], tf.float32, "image")])
    def serve(image):
        points = tf.random.stateless_uniform([1, 136], [7, 7])
        return {"dense_1": points + 0.0 * tf.reduce_mean(image, [1, 2, 3], keepdims=False)[:, None]}

    return serve


def anti_spoof():
    @tf.function(input_signature=[tf.TensorSpec([1, 224, 224, 3], tf.float32, "x")])
    def serve(x):
        tf.debugging.assert_less_equal(tf.reduce_max(x), 1.0, "values are 1 at most")
        real = tf.reduce_mean(x)
        return {"output": tf.reshape(tf.stack([real, 1.0 - real]), [1, 2])}

    return serve


def save(target, name, serve):
    module = tf.Module()
    module.serve = serve
    tf.saved_model.save(
        module,
        str(target / name / "1"),
        signatures={"serving_default": serve.get_concrete_function()},
    )
    return f'  config {{ name: "{name}" base_path: "{(target / name).resolve()}" }}'


def main():
    target = pathlib.Path(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    entries = [
        save(target, "retinaface_mbnet", detector((0.375, 0.25, 0.625, 0.5))),
        save(target, "retinaface_res50", detector((0.375, 0.25, 0.625, 0.53125))),
        save(target, "arcface", arcface(seed)),
        save(target, "landmark", landmark()),
        save(target, "anti_spoof", anti_spoof()),
    ]
    (target / "models.config").write_text(
        "model_config_list {\n" + "\n".join(entries) + "\n}\n"
    )


if __name__ == "__main__":
    main()
