package keiyaku.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time and memory of processes, as the Linux kernel counts them. */
public final class ProcessFigures {

    private static final long TICK_MILLIS = 10; // on every Linux of today

    private ProcessFigures() {}

    /** User and system time of a process, its living children, and those that have ended. */
    public static long treeMillis(long pid) {
        long sum = millis(pid, true);
        var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        for (var child : children.toList()) {
            sum += millis(child.pid(), true);
        }
        return sum;
    }

    /** User and system time of a process alone. */
    public static long millis(long pid) {
        return millis(pid, false);
    }

    /** The most memory that a process has had. */
    public static double peakMegabytes(long pid) {
        return megabytes(pid, "VmHWM:");
    }

    /** Memory of a process that is in use. */
    static double megabytes(long pid) {
        return megabytes(pid, "VmRSS:");
    }

    private static double megabytes(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                            .filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millis(long pid, boolean withEnded) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            long ended = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            return (ticks + (withEnded ? ended : 0)) * TICK_MILLIS;
        } catch (NoSuchFileException e) {
            return 0; // it has ended, and its parent counts it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
