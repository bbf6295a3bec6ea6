"""Connections that look at whom they reached before anything is sent; another thread can break them off."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
from typing import Any

import truststore
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class PrivateAddress(Exception):
    """A name led to an address inside a private network, where no service of ours lies."""


class Request:
    """One request on its way. `loopback`: it may reach this machine; `proxied`: what it reaches is the user's proxy."""

    def __init__(self, *, loopback: bool = False, proxied: bool = False) -> None:
        self.loopback = loopback
        self.proxied = proxied
        self.sock: socket.socket | None = None  # kept here: a connection lets go of it before the reply is read
        self.broken = False

    def break_off(self) -> None:
        """Shut its connection down, from whichever thread: what waits for it fails at once."""
        self.broken = True
        if self.sock is not None:
            with contextlib.suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


class Present(threading.local):
    """The request that a thread is making: a pool of connections does not hand it on to them."""

    request: Request | None = None


def reachable(address: str, *, loopback: bool) -> bool:
    """True for an IP address on the public network, and for one of this machine where that is allowed."""
    peer = ipaddress.ip_address(address.partition("%")[0])
    peer = getattr(peer, "ipv4_mapped", None) or peer
    return (peer.is_global and not peer.is_multicast) or (loopback and peer.is_loopback)


def _connected(connection: HTTPConnection, request: Request | None) -> None:
    """Look at the address that was really reached: what a name stands for can change after it was looked up."""
    if request is None:
        return
    request.sock = sock = connection.sock
    if sock is None or request.proxied:
        return
    peer = str(sock.getpeername()[0])
    if not reachable(peer, loopback=request.loopback):
        connection.close()
        raise PrivateAddress(peer)


def manager(present: Present, proxy: str | None) -> urllib3.PoolManager:
    """Return a pool of checked connections that trusts what the system trusts; through `proxy` if there is one."""

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            _connected(self, present.request)

        def getresponse(self) -> Any:
            _connected(self, present.request)  # one that was kept open does not connect again
            return super().getresponse()

    class Secure(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            _connected(self, present.request)

        def getresponse(self) -> Any:
            _connected(self, present.request)
            return super().getresponse()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made: urllib3.PoolManager
    if proxy:
        made = urllib3.ProxyManager(proxy, maxsize=2, ssl_context=trust)
    else:
        made = urllib3.PoolManager(maxsize=2, ssl_context=trust)
    made.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return made
