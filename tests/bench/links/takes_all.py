#!/usr/bin/env python3
"""Takes whatever is sent, for uploads by curl. usage: takes_all.py ADDRESS PORT"""
import http.server
import sys


class Whole(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        left = int(self.headers["content-length"])
        while left > 0:
            piece = self.rfile.read(min(left, 65536))
            if not piece:
                return
            left -= len(piece)
        self.send_response(201)
        self.send_header("content-length", "0")
        self.end_headers()

    do_PUT = do_POST

    def log_message(self, *_):
        pass


class Quiet(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a reset link is what this is about


Quiet((sys.argv[1], int(sys.argv[2])), Whole).serve_forever()
