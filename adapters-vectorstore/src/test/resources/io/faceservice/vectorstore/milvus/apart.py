"""Runs a server that listens on every address where nothing but loopback is to be had.

Usage: apart.py PORT... -- COMMAND...

The command gets a network namespace of its own, which holds no address but 127.0.0.1. Each PORT of
the outer 127.0.0.1 leads to the same one in there. This process becomes the command.
"""

import ctypes
import fcntl
import os
import signal
import socket
import struct
import sys
import threading

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
PR_SET_PDEATHSIG = 1
SIOCSIFFLAGS = 0x8914
IFF_UP = 1

libc = ctypes.CDLL(None, use_errno=True)


def checked(result):
    if result != 0:
        sys.exit("no network namespace is to be had: " + os.strerror(ctypes.get_errno()))


def listen(port):
    """Sockets stay in the namespace in which they were made."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(64)
    return listener


def part():
    """Leaves the network. Whoever is not root may do so in a user namespace alone."""
    checked(libc.unshare(CLONE_NEWUSER | CLONE_NEWNET))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def copy(source, target):
    try:
        while some := source.recv(1 << 18):
            target.sendall(some)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def serve(outer, port):
    with outer:
        try:
            inner = socket.create_connection(("127.0.0.1", port))
        except OSError:
            return
        with inner:
            for end in (outer, inner):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=copy, args=(inner, outer), daemon=True)
            back.start()
            copy(outer, inner)
            back.join()


def relay(listener, port):
    while True:
        outer, _ = listener.accept()
        threading.Thread(target=serve, args=(outer, port), daemon=True).start()


def main(arguments):
    cut = arguments.index("--")
    ports = [int(port) for port in arguments[:cut]]
    listeners = [listen(port) for port in ports]
    part()
    server = os.getpid()
    if os.fork() == 0:
        checked(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL))
        if os.getppid() == server:
            relays = [
                threading.Thread(target=relay, args=pair, daemon=True)
                for pair in zip(listeners, ports)
            ]
            for each in relays:
                each.start()
            for each in relays:
                each.join()
        os._exit(1)
    os.execvp(arguments[cut + 1], arguments[cut + 1 :])


main(sys.argv[1:])
