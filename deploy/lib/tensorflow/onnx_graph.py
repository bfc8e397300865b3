"""Turns an ONNX graph of a small convolutional network into TensorFlow operations.

Pictures travel with their channels last inside, as TensorFlow on a processor wants them, whatever
the model's own layout is; the batch dimension is free even where the file fixes it at 1.
"""

import numpy as np
import onnx
import tensorflow as tf
from onnx import numpy_helper

TO_LAST = [0, 2, 3, 1]
TO_FIRST = [0, 3, 1, 2]


class Value:
    """A tensor, and whether its channels were moved to the end."""

    def __init__(self, tensor, last=False):
        self.tensor = tensor
        self.last = last

    def plain(self):
        """As ONNX means it."""
        return tf.transpose(self.tensor, TO_FIRST) if self.last else self.tensor

    def channels_last(self):
        return self.tensor if self.last else tf.transpose(self.tensor, TO_LAST)


class Graph:
    """One ONNX file, ready to be run by TensorFlow."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.nodes = graph.node
        self.constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.inputs = {
            i.name: shape_of(i) for i in graph.input if i.name not in self.constants
        }
        self.outputs = {o.name: shape_of(o) for o in graph.output}
        unknown = {n.op_type for n in self.nodes} - OPERATIONS.keys() - {"Constant"}
        if unknown:
            raise ValueError(f"{path}: no translation for {', '.join(sorted(unknown))}")
        self._free_the_batch()

    def _free_the_batch(self):
        """A last Reshape to [1, -1] would flatten a batch; it keeps the declared width instead."""
        for node in self.nodes:
            if node.op_type == "Reshape" and node.output[0] in self.outputs:
                target = self.constants.get(node.input[1])
                if target is not None and target[0] == 1:
                    self.constants[node.input[1]] = np.array(
                        [-1] + self.outputs[node.output[0]][1:], dtype=np.int64
                    )

    def run(self, feeds):
        """Outputs by name, from inputs by name."""
        values = {name: Value(tensor) for name, tensor in feeds.items()}
        for node in self.nodes:
            attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(attributes["value"])
                continue
            arguments = [
                self.constants[name] if name in self.constants else values[name]
                for name in node.input
            ]
            values[node.output[0]] = OPERATIONS[node.op_type](arguments, attributes)
        return {name: tf.identity(values[name].plain(), name) for name in self.outputs}


def shape_of(value):
    return [d.dim_value for d in value.type.tensor_type.shape.dim]


def tensor(argument):
    return argument.plain() if isinstance(argument, Value) else tf.constant(argument)


def conv(arguments, attributes):
    x = arguments[0].channels_last()
    weights = arguments[1]
    top, left, bottom, right = attributes["pads"]
    padding = [[0, 0], [top, bottom], [left, right], [0, 0]]
    strides = [1, *attributes["strides"], 1]
    dilations = list(attributes["dilations"])
    group = attributes["group"]
    if group == 1:
        kernel = tf.constant(weights.transpose(2, 3, 1, 0))
        y = tf.nn.conv2d(x, kernel, strides, padding, dilations=dilations)
    elif group == weights.shape[0] and weights.shape[1] == 1 and dilations == [1, 1]:
        kernel = tf.constant(weights.transpose(2, 3, 0, 1))
        y = tf.nn.depthwise_conv2d(tf.pad(x, padding), kernel, strides, "VALID")
    else:
        raise ValueError(f"no translation for a convolution of {group} groups")
    if len(arguments) > 2:
        y = tf.nn.bias_add(y, tf.constant(arguments[2]))
    return Value(y, last=True)


def batch_normalization(arguments, attributes):
    scale, offset, mean, variance = arguments[1:]
    factor = scale / np.sqrt(variance + attributes["epsilon"])
    x = arguments[0]
    shape = [1] * (len(x.tensor.shape) - 2) if not x.last else []
    factor, bias = (
        (v.reshape([-1] + shape) if not x.last else v)
        for v in (factor.astype(np.float32), (offset - mean * factor).astype(np.float32))
    )
    return Value(x.tensor * factor + bias, x.last)


def prelu(arguments, attributes):
    x, slope = arguments
    slope = slope.reshape(-1) if x.last else slope
    return Value(tf.maximum(x.tensor, 0) + slope * tf.minimum(x.tensor, 0), x.last)


def unary(operation):
    return lambda arguments, attributes: Value(operation(arguments[0].tensor), arguments[0].last)


def binary(operation):
    def apply(arguments, attributes):
        if all(isinstance(a, Value) and a.last for a in arguments):
            return Value(operation(arguments[0].tensor, arguments[1].tensor), last=True)
        return Value(operation(tensor(arguments[0]), tensor(arguments[1])))

    return apply


def concat(arguments, attributes):
    axis = attributes["axis"]
    if all(isinstance(a, Value) and a.last for a in arguments):
        return Value(tf.concat([a.tensor for a in arguments], [0, 3, 1, 2][axis]), last=True)
    parts = [tensor(a) for a in arguments]
    return Value(tf.concat(parts, axis))


def transpose(arguments, attributes):
    x = arguments[0]
    if x.last and list(attributes["perm"]) == TO_LAST:
        return Value(x.tensor)
    return Value(tf.transpose(x.plain(), attributes["perm"]))


def shape(arguments, attributes):
    return Value(tf.shape(arguments[0].plain(), out_type=tf.int64))


def gather(arguments, attributes):
    return Value(
        tf.gather(tensor(arguments[0]), tensor(arguments[1]), axis=attributes.get("axis", 0))
    )


def unsqueeze(arguments, attributes):
    x = tensor(arguments[0])
    for axis in attributes["axes"]:
        x = tf.expand_dims(x, axis)
    return Value(x)


def reshape(arguments, attributes):
    return Value(tf.reshape(tensor(arguments[0]), tensor(arguments[1])))


def flatten(arguments, attributes):
    x = tensor(arguments[0])
    return Value(tf.reshape(x, [-1, int(np.prod(x.shape[attributes["axis"] :]))]))


def gemm(arguments, attributes):
    weights = arguments[1].T if attributes.get("transB") else arguments[1]
    product = tf.matmul(tensor(arguments[0]), attributes["alpha"] * weights)
    return Value(product + attributes["beta"] * arguments[2])


def slice_(arguments, attributes):
    x = tensor(arguments[0])
    parts = [slice(None)] * len(x.shape)
    for axis, start, end in zip(attributes["axes"], attributes["starts"], attributes["ends"]):
        parts[axis] = slice(start, None if end > 1 << 31 else end)
    return Value(x[tuple(parts)])


def softmax(arguments, attributes):
    x = tensor(arguments[0])
    if attributes["axis"] != len(x.shape) - 1:
        raise ValueError("no translation for a softmax over several axes")
    return Value(tf.nn.softmax(x))


def global_average_pool(arguments, attributes):
    return Value(tf.reduce_mean(arguments[0].channels_last(), [1, 2], keepdims=True), last=True)


OPERATIONS = {
    "Add": binary(tf.add),
    "BatchNormalization": batch_normalization,
    "Concat": concat,
    "Conv": conv,
    "Div": binary(tf.divide),
    "Exp": unary(tf.exp),
    "Flatten": flatten,
    "Gather": gather,
    "Gemm": gemm,
    "GlobalAveragePool": global_average_pool,
    "MatMul": binary(tf.matmul),
    "Mul": binary(tf.multiply),
    "PRelu": prelu,
    "Relu": unary(tf.nn.relu),
    "Reshape": reshape,
    "Shape": shape,
    "Sigmoid": unary(tf.sigmoid),
    "Slice": slice_,
    "Softmax": softmax,
    "Sub": binary(tf.subtract),
    "Transpose": transpose,
    "Unsqueeze": unsqueeze,
}
