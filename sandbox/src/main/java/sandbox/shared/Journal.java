package sandbox.shared;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a program must still know after a restart: one JSON value a line, only ever appended, read
 * once at the start. Each line is with the operating system before the append returns, so a killed
 * process loses nothing. Without a file it forgets.
 */
public final class Journal implements AutoCloseable {
    private final @Nullable Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FileChannel out;

    private Journal(@Nullable Path file) {
        this.file = file;
    }

    /** Opens {@code folder/name.jsonl}; without a folder, a journal that forgets. */
    public static Journal in(@Nullable Path folder, String name) {
        return new Journal(folder == null ? null : folder.resolve(name + ".jsonl"));
    }

    /** Tells each line the file holds, in order; only after it can anything be appended. */
    public void replay(Consumer<JsonNode> line) {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            dropTornLine(file);
            read(file, line);
            out = channel(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be used", e);
        }
    }

    // A process that was killed may have left half a line, which nobody was told about.
    private static void dropTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var bytes =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = bytes.size();
            var last = ByteBuffer.allocate(1);
            while (end > 0 && bytes.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
                end--;
            }
            bytes.truncate(end);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void read(Path file, Consumer<JsonNode> line) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        long whole = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                whole++;
                line.accept(Json.tree(text));
            }
        } catch (JacksonException e) {
            throw new IOException(file + " is broken after line " + (whole - 1), e);
        }
    }

    public void append(Object value) {
        if (file == null) {
            return;
        }
        var line = Json.bytes(value);
        var buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        lock.lock();
        try {
            write(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be written", e);
        } finally {
            lock.unlock();
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        var channel = out;
        if (channel == null) {
            throw new IOException("it is closed");
        }
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Replaces the file by these values, for a journal that keeps only the newest. */
    public void rewrite(List<?> values) {
        if (file == null) {
            return;
        }
        lock.lock();
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (BufferedWriter writer = Files.newBufferedWriter(next)) {
                for (Object value : values) {
                    writer.append(Json.text(value)).append('\n');
                }
            }
            close();
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            out = channel(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be rewritten", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
