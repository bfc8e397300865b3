"""Stands in for TensorFlow Serving where its own binary cannot be had: TensorFlow itself runs the
SavedModels, and the official stubs speak the protocol.

    standin.py MODELS_CONFIG [PORT]

prints "listening on PORT". Like the real server it looks for versions in the folders of its models
all the while, serves the newest, and keeps an older one that a label names. It ends when its
standard input does, so that it never outlives who started it.
"""

import os
import pathlib
import sys
import threading
from concurrent import futures

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import grpc  # noqa: E402
import tensorflow as tf  # noqa: E402
from google.protobuf import text_format  # noqa: E402
from tensorflow.core.protobuf import saved_model_pb2  # noqa: E402
from tensorflow_serving.apis import (  # noqa: E402
    get_model_metadata_pb2,
    predict_pb2,
    prediction_service_pb2_grpc,
)
from tensorflow_serving.config import model_server_config_pb2  # noqa: E402

SIGNATURE = "serving_default"


class Model:
    """One model's folder, with a subfolder a version."""

    def __init__(self, config):
        self.name = config.name
        self.folder = pathlib.Path(config.base_path)
        self.labels = dict(config.version_labels)
        self.loaded = {}
        self.lock = threading.Lock()

    def version(self, spec):
        """The version that a request asks for, loaded if need be."""
        choice = spec.WhichOneof("version_choice")
        with self.lock:
            there = sorted(
                int(f.name)
                for f in self.folder.iterdir()
                if f.name.isdigit() and (f / "saved_model.pb").exists()
            )
            if choice == "version":
                wanted = spec.version.value
            elif choice == "version_label":
                wanted = self.labels.get(spec.version_label)
            else:
                wanted = there[-1] if there else None
            if wanted not in there:
                raise LookupError(f"Servable not found for request: {self.name} {wanted}")
            if wanted not in self.loaded:
                self.loaded[wanted] = Version(self.name, wanted, self.folder / str(wanted))
            return self.loaded[wanted]


class Version:
    """One SavedModel."""

    def __init__(self, name, number, folder):
        self.number = number
        self.module = tf.saved_model.load(str(folder))
        self.function = self.module.signatures[SIGNATURE]
        message = saved_model_pb2.SavedModel()
        message.ParseFromString((folder / "saved_model.pb").read_bytes())
        self.signature = message.meta_graphs[0].signature_def[SIGNATURE]


class Prediction(prediction_service_pb2_grpc.PredictionServiceServicer):
    def __init__(self, config):
        models = model_server_config_pb2.ModelServerConfig()
        text_format.Parse(pathlib.Path(config).read_text(), models)
        self.models = {c.name: Model(c) for c in models.model_config_list.config}

    def find(self, spec, context):
        try:
            return self.models[spec.name].version(spec)
        except LookupError as e:
            context.abort(grpc.StatusCode.NOT_FOUND, str(e))

    def Predict(self, request, context):
        version = self.find(request.model_spec, context)
        wanted = set(version.signature.inputs)
        if set(request.inputs) != wanted:
            context.abort(
                grpc.StatusCode.INVALID_ARGUMENT,
                f"input size does not match signature: {sorted(request.inputs)} vs {sorted(wanted)}",
            )
        try:
            feeds = {
                name: tf.convert_to_tensor(tf.make_ndarray(value))
                for name, value in request.inputs.items()
            }
            outputs = version.function(**feeds)
        except (ValueError, TypeError, tf.errors.OpError) as e:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(e)[:1000])
        response = predict_pb2.PredictResponse()
        response.model_spec.CopyFrom(request.model_spec)
        response.model_spec.signature_name = SIGNATURE
        response.model_spec.version.value = version.number
        for name, value in outputs.items():
            response.outputs[name].CopyFrom(tf.make_tensor_proto(value))
        return response

    def GetModelMetadata(self, request, context):
        version = self.find(request.model_spec, context)
        response = get_model_metadata_pb2.GetModelMetadataResponse()
        response.model_spec.name = request.model_spec.name
        response.model_spec.version.value = version.number
        signatures = get_model_metadata_pb2.SignatureDefMap()
        signatures.signature_def[SIGNATURE].CopyFrom(version.signature)
        response.metadata["signature_def"].Pack(signatures)
        return response


def main():
    server = grpc.server(
        futures.ThreadPoolExecutor(8), options=[("grpc.max_receive_message_length", -1)]
    )
    prediction_service_pb2_grpc.add_PredictionServiceServicer_to_server(
        Prediction(sys.argv[1]), server
    )
    asked = sys.argv[2] if len(sys.argv) > 2 else "0"
    port = server.add_insecure_port(f"127.0.0.1:{asked}")
    server.start()
    print(f"listening on {port}", flush=True)
    sys.stdin.read()
    server.stop(None)


if __name__ == "__main__":
    main()
