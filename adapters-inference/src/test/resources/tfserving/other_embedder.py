"""Another embedder of the signature of the default pack's, which makes other embeddings.

    other_embedder.py FOLDER

writes a SavedModel into that folder.
"""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf  # noqa: E402

PROJECTION = tf.random.stateless_normal([14 * 14 * 3, 512], [5, 1])


@tf.function(input_signature=[tf.TensorSpec([None, 3, 112, 112], tf.float32, "input")])
def serve(input):
    small = tf.nn.avg_pool2d(tf.transpose(input, [0, 2, 3, 1]), 8, 8, "VALID")
    return {"output": tf.reshape(small, [-1, 14 * 14 * 3]) @ PROJECTION}


module = tf.Module()
module.serve = serve
tf.saved_model.save(
    module, sys.argv[1], signatures={"serving_default": serve.get_concrete_function()}
)
