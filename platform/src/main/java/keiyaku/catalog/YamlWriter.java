package keiyaku.catalog;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a catalog's tree as a file that people read and edit; what is short on one line. */
final class YamlWriter {

    private static final int LINE = 100;
    private static final int SHORT = 84;

    private YamlWriter() {}

    static String write(Map<String, Object> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(LINE);
        options.setSplitLines(false);
        var limits = new LoaderOptions();
        return new Yaml(new SafeConstructor(limits), new Compact(options), options).dump(tree);
    }

    private static final class Compact extends Representer {

        Compact(DumperOptions options) {
            super(options);
        }

        /** Dates and whole numbers need no quotes, since everything is read as text first. */
        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return super.representScalar(Tag.TIMESTAMP, value, ScalarStyle.PLAIN);
            }
            return value.matches("0|[1-9]\\d{0,17}")
                    ? super.representScalar(Tag.INT, value, ScalarStyle.PLAIN)
                    : super.representScalar(tag, value, style);
        }

        @Override
        protected Node representSequence(Tag tag, Iterable<?> items, FlowStyle style) {
            var node = (SequenceNode) super.representSequence(tag, items, style);
            node.setFlowStyle(fits(node) ? FlowStyle.FLOW : FlowStyle.BLOCK);
            return node;
        }

        @Override
        protected Node representMapping(Tag tag, Map<?, ?> items, FlowStyle style) {
            var node = (MappingNode) super.representMapping(tag, items, style);
            node.setFlowStyle(fits(node) ? FlowStyle.FLOW : FlowStyle.BLOCK);
            return node;
        }

        private static boolean fits(Node node) {
            return depth(node) <= 2 && length(node) <= SHORT;
        }

        private static int depth(Node node) {
            return switch (node) {
                case SequenceNode list ->
                        1 + list.getValue().stream().mapToInt(Compact::depth).max().orElse(0);
                case MappingNode map ->
                        1
                                + map.getValue().stream()
                                        .mapToInt(entry -> depth(entry.getValueNode()))
                                        .max()
                                        .orElse(0);
                default -> 0;
            };
        }

        private static int length(Node node) {
            return switch (node) {
                case SequenceNode list ->
                        list.getValue().stream().mapToInt(item -> length(item) + 2).sum();
                case MappingNode map ->
                        map.getValue().stream()
                                .mapToInt(
                                        e -> length(e.getKeyNode()) + length(e.getValueNode()) + 4)
                                .sum();
                case ScalarNode scalar -> scalar.getValue().length();
                default -> SHORT;
            };
        }
    }
}
