package org.escapement.data.format.zarr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files that are there in full or not at all, whatever moment the process dies. */
final class AtomicFile {
    private static final String SUFFIX = ".tmp";

    private AtomicFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().threadId() + SUFFIX);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the renames in a directory last through a power cut. */
    static void settle(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes what writers that died left behind in a directory. */
    static void sweep(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            List<Path> stale;
            try (Stream<Path> files = Files.list(directory)) {
                stale = files.filter(f -> {
                            String name = f.getFileName().toString();
                            return name.startsWith(".") && name.endsWith(SUFFIX);
                        })
                        .toList();
            }
            for (Path file : stale) {
                Files.deleteIfExists(file);
            }
        }
    }
}
