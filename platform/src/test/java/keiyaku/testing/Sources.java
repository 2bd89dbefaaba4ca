package keiyaku.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The repository's files as they are committed, and Java files as the compiler reads them. */
public final class Sources {

    /** Folders that are built, fetched or written at run time. */
    private static final Set<String> NOT_SOURCE =
            Set.of("target", ".git", "data", "node_modules", ".idea", ".vscode");

    private Sources() {}

    /** A file of text, with its path from the repository's root. */
    public record Source(String path, List<String> lines) {

        public boolean isJava() {
            return path.endsWith(".java");
        }

        public boolean isTest() {
            return path.contains("/src/test/");
        }

        /** The part of the repository: platform, sandbox or bench; else empty. */
        public boolean isMainOf(String part) {
            return path.startsWith(part + "/src/main/");
        }

        public String at(int line) {
            return path + ":" + line + ": ";
        }

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The module under the package keiyaku; empty for the root and for other parts. */
        public String module() {
            var from = path.indexOf("/java/keiyaku/");
            var rest = from < 0 ? "" : path.substring(from + "/java/keiyaku/".length());
            return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : "";
        }
    }

    /** A piece of a Java file with the line on which it starts. */
    public record Piece(Source source, int line, String text) {

        @Override
        public String toString() {
            return source.at(line) + text;
        }
    }

    /** What the compiler sees in Java files. */
    public record Parsed(
            List<Piece> types,
            List<Method> methods,
            List<Piece> literals,
            List<Piece> floatingPoint) {

        Parsed() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** A method, how many parameters and how many lines it has. */
    public record Method(Source source, int line, String name, int parameters, int lines) {}

    public static Path root() {
        return Path.of(System.getProperty("keiyaku.home", "..")).toAbsolutePath().normalize();
    }

    public static List<Source> all() {
        var root = root();
        var found = new ArrayList<Source>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes a) {
                            return NOT_SOURCE.contains(String.valueOf(folder.getFileName()))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                                throws IOException {
                            // In a linked worktree .git is a file.
                            var source = file.endsWith(".git") ? null : read(root, file);
                            if (source != null) {
                                found.add(source);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static @Nullable Source read(Path root, Path file) throws IOException {
        try {
            var path = root.relativize(file).toString().replace('\\', '/');
            return new Source(path, Files.readAllLines(file));
        } catch (MalformedInputException e) {
            return null; // an image or a font
        }
    }

    /** Reads all Java files in one go. */
    public static Parsed parse(List<Source> sources) {
        var byFile = new HashMap<URI, Source>();
        sources.forEach(source -> byFile.put(root().resolve(source.path()).toUri(), source));
        var parsed = new Parsed();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units =
                    files.getJavaFileObjectsFromPaths(
                            byFile.keySet().stream().map(Path::of).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                var source = byFile.get(unit.getSourceFile().toUri());
                if (source != null) {
                    new Reader(source, trees, parsed).scan(unit, null);
                }
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final Source source;
        private final Trees trees;
        private final Parsed parsed;
        private @Nullable CompilationUnitTree unit;

        Reader(Source source, Trees trees, Parsed parsed) {
            this.source = source;
            this.trees = trees;
            this.parsed = parsed;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree tree, @Nullable Void none) {
            unit = tree;
            return super.visitCompilationUnit(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            if (!tree.getSimpleName().isEmpty()) {
                parsed.types().add(piece(tree, tree.getSimpleName().toString()));
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            int first = line(tree, true);
            parsed.methods()
                    .add(
                            new Method(
                                    source,
                                    first,
                                    tree.getName().toString(),
                                    tree.getParameters().size(),
                                    line(tree, false) - first + 1));
            return super.visitMethod(tree, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
            if (tree.getValue() instanceof String text) {
                parsed.literals().add(piece(tree, text));
            }
            return super.visitLiteral(tree, null);
        }

        @Override
        public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, @Nullable Void none) {
            var kind = tree.getPrimitiveTypeKind();
            if (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT) {
                parsed.floatingPoint().add(piece(tree, kind.toString()));
            }
            return super.visitPrimitiveType(tree, null);
        }

        private Piece piece(com.sun.source.tree.Tree tree, String text) {
            return new Piece(source, line(tree, true), text);
        }

        private int line(com.sun.source.tree.Tree tree, boolean first) {
            if (unit == null) {
                return 0;
            }
            var positions = trees.getSourcePositions();
            long at =
                    first
                            ? positions.getStartPosition(unit, tree)
                            : positions.getEndPosition(unit, tree);
            return at < 0 ? 0 : (int) unit.getLineMap().getLineNumber(at);
        }
    }
}
