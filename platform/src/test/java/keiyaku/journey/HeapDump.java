package keiyaku.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All that the heap of another JVM holds, garbage too, written to a file and searched. */
final class HeapDump {

    private static final int CHUNK = 1 << 20;

    private final Path file;

    private HeapDump(Path file) {
        this.file = file;
    }

    static HeapDump of(ProcessHandle jvm, Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("heap-" + jvm.pid() + ".hprof");
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dump =
                new ProcessBuilder(jcmd, "" + jvm.pid(), "GC.heap_dump", "-all", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("jcmd.log").toFile())
                        .start();
        if (!dump.waitFor(60, TimeUnit.SECONDS) || !Files.exists(file)) {
            throw new IOException(Files.readString(folder.resolve("jcmd.log")));
        }
        return new HeapDump(file);
    }

    /** Whether a text stands in it, as one byte a letter or as two. */
    boolean holds(String text) throws IOException {
        for (Charset charset : List.of(ISO_8859_1, UTF_16LE, UTF_16BE)) {
            if (holds(text.getBytes(charset))) {
                return true;
            }
        }
        return false;
    }

    /** Chunks overlap, so that nothing is hidden by standing across two of them. */
    private boolean holds(byte[] wanted) throws IOException {
        var buffer = new byte[CHUNK + wanted.length];
        int kept = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(buffer, 0, CHUNK);
                    read > 0;
                    read = in.readNBytes(buffer, kept, CHUNK)) {
                int end = kept + read;
                if (stands(wanted, buffer, end)) {
                    return true;
                }
                kept = Math.min(wanted.length - 1, end);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
        return false;
    }

    private static boolean stands(byte[] wanted, byte[] buffer, int end) {
        for (int i = 0; i <= end - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && buffer[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
