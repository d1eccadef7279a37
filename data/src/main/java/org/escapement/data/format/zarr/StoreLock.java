package org.escapement.data.format.zarr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.data.StoreException;

/** The right to write to one store, given back by the operating system when the process dies. */
final class StoreLock implements AutoCloseable {
    /**
     * Stores locked by this process. POSIX drops a lock as soon as the process closes any descriptor of the file, so a
     * second attempt inside this process has to be refused without opening the file; that fact belongs to the process.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path store;
    private final FileChannel channel;

    private StoreLock(Path store, FileChannel channel) {
        this.store = store;
        this.channel = channel;
    }

    static StoreLock take(Path directory) throws IOException {
        Path store = directory.toRealPath();
        if (!HELD.add(store)) {
            throw refusal(directory, "this process");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(store.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw refusal(directory, "another process");
            }
            return new StoreLock(store, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(store);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static StoreException refusal(Path directory, String owner) {
        return new StoreException("The store " + directory + " is being written by " + owner
                + ": wait until it has finished, stop it, or choose another directory.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(store);
    }
}
