package keiyaku.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * The compiled classes as the launcher starts them: in a jar with the class data of a first start,
 * so that fifty starts fit into a test.
 */
final class WorkerJar {

    private final Path folder;
    private final String classPath;

    private WorkerJar(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    static WorkerJar make(Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var parts = new ArrayList<String>();
        for (var part : Child.classPath().split(File.pathSeparator)) {
            var path = Path.of(part);
            if (!Files.isDirectory(path)) {
                parts.add(part);
            } else if (path.endsWith(Path.of("target", "classes"))) {
                var jar = folder.resolve("classes" + parts.size() + ".jar");
                pack(path, jar);
                parts.add(jar.toString());
            }
        }
        var made = new WorkerJar(folder, String.join(File.pathSeparator, parts));
        made.train(environment);
        return made;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.sorted().skip(1).toList()) {
                // Classes are looked for by their folders, so these are entries too.
                boolean isFolder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(classes.relativize(file) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(file, (OutputStream) out);
                }
                out.closeEntry();
            }
        }
    }

    private void train(Map<String, String> environment) throws IOException, InterruptedException {
        var command = java(List.of("-XX:AOTCacheOutput=" + cache()), List.of("run", "status"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !Files.exists(cache())) {
            throw new IOException("no class data came of a first start:\n" + said);
        }
    }

    /** A worker that begins to work by itself. */
    Process start(Map<String, String> environment) throws IOException {
        var flags = List.of("-XX:AOTCache=" + cache(), "-Xlog:disable", "-Xlog:all=off");
        var builder = new ProcessBuilder(java(flags, List.of("work"))).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> java(List<String> flags, List<String> verb) {
        var command = new ArrayList<>(Child.jvm());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, "keiyaku.Application"));
        command.addAll(verb);
        return command;
    }

    private Path cache() {
        return folder.resolve("worker.aot");
    }
}
