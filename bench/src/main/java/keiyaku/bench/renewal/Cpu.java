package keiyaku.bench.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU time and memory of processes, as the Linux kernel counts them. */
final class Cpu {

    private static final long TICK_MILLIS = 10; // on every Linux of today

    private Cpu() {}

    /** User and system time of a process, its living children, and those that have ended. */
    static long treeMillis(long pid) {
        long sum = millis(pid, true);
        var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        for (var child : children.toList()) {
            sum += millis(child.pid(), true);
        }
        return sum;
    }

    static long ownMillis() {
        return millis(ProcessHandle.current().pid(), false);
    }

    /** The most memory that this process has had. */
    static double peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .max()
                            .orElse(0)
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
