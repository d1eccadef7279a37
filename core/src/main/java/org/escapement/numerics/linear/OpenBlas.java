package org.escapement.numerics.linear;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The few BLAS and LAPACK functions in use, from the OpenBLAS library that comes as a jar; called with one thread, so
 * that parallelism stays with whoever has many problems. Thread-safe.
 */
final class OpenBlas {

    /** LAPACKE's and CBLAS's code for matrices stored column by column. */
    static final int COLUMNS = 102;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = load();
    private static final MethodHandle ZGEEV = lapack(
            "LAPACKE_zgeev",
            JAVA_BYTE,
            JAVA_BYTE,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle DGEEV = lapack(
            "LAPACKE_dgeev",
            JAVA_BYTE,
            JAVA_BYTE,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle ZHEEVD =
            lapack("LAPACKE_zheevd", JAVA_BYTE, JAVA_BYTE, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle ZGETRF = lapack("LAPACKE_zgetrf", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle DGETRF = lapack("LAPACKE_dgetrf", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle ZGETRS =
            lapack("LAPACKE_zgetrs", JAVA_BYTE, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle DGETRS =
            lapack("LAPACKE_dgetrs", JAVA_BYTE, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

    private OpenBlas() {}

    private static MethodHandle lapack(String name, java.lang.foreign.MemoryLayout... arguments) {
        FunctionDescriptor descriptor =
                FunctionDescriptor.of(JAVA_INT, JAVA_INT).appendArgumentLayouts(arguments);
        return LINKER.downcallHandle(symbol(name), descriptor);
    }

    static MemorySegment symbol(String name) {
        return LIBRARY.find(name).orElseThrow(() -> new IllegalStateException("OpenBLAS has no function " + name));
    }

    private static SymbolLookup load() {
        String platform = platform();
        String prefix = platform.startsWith("windows") ? "" : "lib";
        List<String> files = platform.startsWith("linux")
                ? List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0")
                : List.of(prefix + "openblas" + (platform.startsWith("mac") ? ".0.dylib" : ".dll"));
        try {
            Path folder = Files.createTempDirectory("escapement-blas");
            List<Path> unpacked = new ArrayList<>();
            for (String file : files) unpack(platform, file, folder).ifPresent(unpacked::add);
            SymbolLookup library = null;
            for (Path file : unpacked) library = SymbolLookup.libraryLookup(file, Arena.global());
            for (Path file : unpacked) discard(file);
            discard(folder);
            if (library == null) throw new IllegalStateException("no OpenBLAS for " + platform);
            setOneThread(library);
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loaded library no longer needs its file, except where the system keeps open files from being deleted. */
    private static void discard(Path unpacked) {
        unpacked.toFile().deleteOnExit();
        try {
            Files.deleteIfExists(unpacked);
        } catch (IOException inUse) {
            // deleted when the program ends
        }
    }

    private static java.util.Optional<Path> unpack(String platform, String file, Path folder) throws IOException {
        String resource = "/org/bytedeco/openblas/" + platform + "/" + file;
        try (InputStream in = OpenBlas.class.getResourceAsStream(resource)) {
            if (in == null && file.contains("openblas")) {
                throw new IllegalStateException(
                        "dense linear algebra needs OpenBLAS, which is not on the class path for " + platform
                                + ": add org.bytedeco:openblas with that classifier");
            }
            if (in == null) return java.util.Optional.empty();
            Path target = folder.resolve(file);
            Files.copy(in, target);
            return java.util.Optional.of(target);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String cpu = arch.equals("aarch64") ? "arm64" : "x86_64";
        return (os.contains("win") ? "windows" : os.contains("mac") ? "macosx" : "linux") + "-" + cpu;
    }

    private static void setOneThread(SymbolLookup library) {
        MethodHandle set = LINKER.downcallHandle(
                library.find("openblas_set_num_threads").orElseThrow(), FunctionDescriptor.ofVoid(JAVA_INT));
        try {
            set.invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Eigenvalues and, if {@code vectors} has room, right eigenvectors; all interleaved complex, column by column. */
    static int complexEigen(int n, double[] a, double[] values, double[] vectors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment w = arena.allocate(JAVA_DOUBLE, Math.max(1, 2L * n));
            boolean wanted = vectors.length > 0;
            MemorySegment v = arena.allocate(JAVA_DOUBLE, Math.max(1, vectors.length));
            int info = (int) ZGEEV.invokeExact(
                    COLUMNS, (byte) 'N', (byte) (wanted ? 'V' : 'N'), n, copy(arena, a), n, w, v, 1, v, n);
            back(w, values);
            back(v, vectors);
            return info;
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Real matrix; eigenvectors in LAPACK's form, a conjugate pair as real and imaginary column. */
    static int realEigen(int n, double[] a, double[] re, double[] im, double[] vectors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wr = arena.allocate(JAVA_DOUBLE, Math.max(1, n));
            MemorySegment wi = arena.allocate(JAVA_DOUBLE, Math.max(1, n));
            boolean wanted = vectors.length > 0;
            MemorySegment v = arena.allocate(JAVA_DOUBLE, Math.max(1, vectors.length));
            int info = (int) DGEEV.invokeExact(
                    COLUMNS, (byte) 'N', (byte) (wanted ? 'V' : 'N'), n, copy(arena, a), n, wr, wi, v, 1, v, n);
            back(wr, re);
            back(wi, im);
            back(v, vectors);
            return info;
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Hermitian matrix, overwritten by its eigenvectors; interleaved complex, column by column. */
    static int hermitianEigen(int n, double[] a, double[] values) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = copy(arena, a);
            MemorySegment w = arena.allocate(JAVA_DOUBLE, Math.max(1, n));
            int info = (int) ZHEEVD.invokeExact(COLUMNS, (byte) 'V', (byte) 'U', n, matrix, n, w);
            back(w, values);
            back(matrix, a);
            return info;
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** LU factors in place; complex when the array has two numbers for each entry. */
    static int factorise(int n, boolean complex, MemorySegment a, MemorySegment pivots) {
        try {
            return complex
                    ? (int) ZGETRF.invokeExact(COLUMNS, n, n, a, n, pivots)
                    : (int) DGETRF.invokeExact(COLUMNS, n, n, a, n, pivots);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Solves with LU factors for several right-hand sides, column by column. */
    static void solve(
            int n, boolean complex, boolean transposed, MemorySegment a, MemorySegment pivots, int count, double[] b) {
        byte how = (byte) (!transposed ? 'N' : complex ? 'C' : 'T');
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rhs = copy(arena, b);
            int info = complex
                    ? (int) ZGETRS.invokeExact(COLUMNS, how, n, count, a, n, pivots, rhs, n)
                    : (int) DGETRS.invokeExact(COLUMNS, how, n, count, a, n, pivots, rhs, n);
            if (info != 0) throw new IllegalStateException("getrs: " + info);
            back(rhs, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    static MemorySegment copy(Arena arena, double[] values) {
        MemorySegment segment = arena.allocate(JAVA_DOUBLE, Math.max(1, values.length));
        MemorySegment.copy(values, 0, segment, JAVA_DOUBLE, 0, values.length);
        return segment;
    }

    static void back(MemorySegment segment, double[] values) {
        MemorySegment.copy(segment, JAVA_DOUBLE, 0, values, 0, values.length);
    }

    static RuntimeException failure(Throwable e) {
        if (e instanceof RuntimeException r) return r;
        if (e instanceof Error error) throw error;
        return new IllegalStateException(e);
    }
}
