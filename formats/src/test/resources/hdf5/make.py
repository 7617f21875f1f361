"""Writes the .gz files beside it: python3 make.py, with h5py 3.7 and HDF5 1.10.8."""

import ctypes
import gzip
import os

import h5py
import numpy as np
from h5py import h5d, h5f, h5p, h5s, h5t

# For what neither layer of h5py 3.7 can set.
LIBRARY = ctypes.CDLL("libhdf5_serial.so.103")
HERE = os.path.dirname(os.path.abspath(__file__))
CHUNK = (2, 4)
SMALL = np.arange(30, dtype="<i2").reshape(5, 6)
PACKED = dict(compression=1, shuffle=True, fletcher32=True)
LIMITS = {"fixed": None, "extensible": (None, 6), "swapped": (5, None), "tree": (None, None)}


def path(name):
    return os.path.join(HERE, name)


def create(name, **options):
    return h5py.File(path(name), "w", **options)


def low(f, name, array, dtype=None, prepare=lambda plist: None, maxshape=None, shape=None):
    """Writes what h5py has no argument for."""
    plist = h5p.create(h5p.DATASET_CREATE)
    prepare(plist)
    space = h5s.create_simple(shape or array.shape, maxshape)
    d = h5d.create(f.id, name.encode(), dtype or h5t.py_create(array.dtype), space, plist)
    if array is not None:
        d.write(h5s.ALL, h5s.ALL, array)


def compact(plist):
    plist.set_layout(h5d.COMPACT)


def early(plist):
    plist.set_chunk(CHUNK)
    plist.set_alloc_time(h5d.ALLOC_TIME_EARLY)


def edges(plist):
    plist.set_chunk(CHUNK)
    plist.set_deflate(1)
    plain_edges = 2
    assert LIBRARY.H5Pset_chunk_opts(ctypes.c_int64(plist.id), ctypes.c_uint(plain_edges)) == 0


def never_filled(plist):
    plist.set_fill_time(h5d.FILL_TIME_NEVER)


def never_filled_chunks(plist):
    plist.set_chunk(CHUNK)
    never_filled(plist)


def indexes(name, filters, libver, kinds=tuple(LIMITS)):
    with create(name, libver=libver) as f:
        for kind in kinds:
            f.create_dataset(kind, data=SMALL, chunks=CHUNK, maxshape=LIMITS[kind], **filters)
        f.create_dataset("single", data=SMALL, chunks=SMALL.shape, **filters)


# B-trees of version 1, and the arrays and trees of version 2 that later files have.
indexes("old.h5", PACKED, "earliest", ["tree"])
indexes("new.h5", {}, "latest")
indexes("checked.h5", PACKED, "latest")

with create("more.h5", libver="latest", userblock_size=512) as f:
    low(f, "implicit", SMALL, prepare=early)
    low(f, "growing", SMALL, prepare=early, maxshape=(9, 9))
    low(f, "edges", SMALL, prepare=edges)
    low(f, "compact", SMALL, prepare=compact)
    f["contiguous"] = SMALL
    for i in range(10):
        low(f, "dense%d" % i, SMALL[:1, : i + 1], prepare=compact)

# Every type of numbers in both orders, and values that were never written.
with create("types.h5", libver="v108") as f:
    for t in "i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8".split():
        array = np.array([[1, 2, 3], [4, 5 if t[0] == "u" else -5, 100]])
        low(f, "le" + t, array.astype("<" + t), prepare=compact)
        low(f, "be" + t, array.astype(">" + t), prepare=compact)

with create("values.h5", libver="v108") as f:
    low(f, "bool", np.array([0, 1, 0, 0, 1], bool), prepare=compact)
    animals = h5py.enum_dtype({"CAT": 0, "COW": 7, "DOG": 200}, basetype="u1")
    f.create_dataset("enum", data=np.array([0, 200, 7], "u1"), dtype=animals)
    f["named"] = np.dtype(">u2")
    f.create_dataset("of named", data=np.array([1, 2, 60000]), dtype=f["named"])
    f["none"] = np.zeros((0, 12), "u1")
    f["no labels"] = np.zeros(0, "i8")
    f["no columns"] = np.zeros((3, 0), "u1")
    f.create_dataset("nines", shape=(3, 4), dtype="u1", fillvalue=9)
    f.create_dataset("zeros", shape=(3, 4), dtype="u1")
    f.create_dataset("holes", shape=(5, 6), dtype=">f8", chunks=CHUNK, fillvalue=2.5)
    f["holes"][2:4, 0:4] = 1
    f.create_dataset("grown", data=np.arange(3), chunks=(2,), maxshape=(None,)).resize((6,))
    f.create_dataset("shrunk", data=np.arange(9), chunks=(2,), maxshape=(None,)).resize((4,))
    f["huge"] = np.array([0, 2**63, 2**64 - 1], "u8")
    f["deep"] = np.array([1e39, -np.inf, np.nan])
    f["past 2^53"] = np.array([2**53, -(2**53) - 1])

# What is refused, each by name.
with create("refused.h5") as f:
    f["one"] = 5
    f["string"] = np.array([b"ab", b"cd"])
    f["text"] = "ab"
    f["pair"] = np.zeros(2, [("a", "i4"), ("b", "f4")])
    f["opaque"] = np.zeros(2, "V3")
    f["null"] = h5py.Empty("f4")
    f["long double"] = np.zeros(2, np.longdouble)
    f["complex"] = np.zeros(2, "c8")
    f.create_dataset("list", shape=(2,), dtype=h5py.vlen_dtype("i4"))
    f.create_dataset("reference", shape=(2,), dtype=h5py.ref_dtype)
    f.create_dataset("array", shape=(2,), dtype=np.dtype("(3,)i4"))
    f.create_dataset("lzf", data=np.zeros(9, "u1"), compression="lzf")
    f.create_dataset("scaled", data=np.zeros(9, "u1"), scaleoffset=0)
    f["soft"] = h5py.SoftLink("/one")
    f["named"] = np.dtype("i4")
    f["g/h/x"] = np.arange(2)
    twelve = h5t.NATIVE_UINT16.copy()
    twelve.set_precision(12)
    low(f, "twelve bits", np.zeros(3, "u2"), dtype=twelve)
    brain = h5t.IEEE_F32LE.copy()
    brain.set_fields(15, 7, 8, 0, 7)
    brain.set_size(2)
    brain.set_precision(16)
    brain.set_ebias(127)
    low(f, "brain", np.zeros(3, "f4"), dtype=brain)
    f["g/circle"] = f["/"]
    low(f, "unwritten", None, dtype=h5t.STD_U8LE, prepare=never_filled, shape=(3,))
    low(f, "gaps", None, dtype=h5t.STD_U8LE, prepare=never_filled_chunks, shape=(5, 6))
    f["gaps"][0:2, 0:4] = 1

# Addresses of 4 bytes and lengths of 8, and a superblock of version 1.
sizes = h5p.create(h5p.FILE_CREATE)
sizes.set_sizes(4, 8)
assert LIBRARY.H5Pset_istore_k(ctypes.c_int64(sizes.id), ctypes.c_uint(3)) == 0
with h5py.File(h5f.create(path("narrow.h5").encode(), h5f.ACC_TRUNC, sizes)) as f:
    f["g/x"] = SMALL
    f.create_dataset("g/y", data=SMALL, chunks=CHUNK)

# Left open by the program that wrote it.
with create("closed.h5", libver="latest") as f:
    f["x"] = SMALL
    f.flush()
    with open(path("closed.h5"), "rb") as now, open(path("open.h5"), "wb") as copy:
        copy.write(now.read())
os.remove(path("closed.h5"))

# Data sets of many chunks, nearly all of which were never written, and one of zeros that unpacks
# to 40 MB.
with create("pages.h5", libver="latest") as f:
    f.create_dataset(
        "extensible", shape=(150000,), dtype="u1", chunks=(1,), maxshape=(None,), fillvalue=7)
    f["extensible"][140000:140002] = 1
    f.create_dataset("fixed", shape=(1500,), dtype="u1", chunks=(1,), fillvalue=7)
    f["fixed"][1200:1202] = 1
with create("zeros.h5", libver="latest") as f:
    shape = (40, 1000000)
    f.create_dataset("x", shape=shape, dtype="u1", chunks=shape, compression=9)[...] = 0

for name in "old new checked more types values refused narrow open pages zeros".split():
    with open(path(name + ".h5"), "rb") as plain, open(path(name + ".h5.gz"), "wb") as packed:
        packed.write(gzip.compress(plain.read(), 9, mtime=0))
    os.remove(path(name + ".h5"))
