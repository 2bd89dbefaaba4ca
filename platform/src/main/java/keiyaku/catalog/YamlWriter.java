package keiyaku.catalog;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes a catalog's tree as a file that people read and edit; small things on one line. */
final class YamlWriter {

    private YamlWriter() {}

    static String write(Map<String, Object> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        options.setIndentWithIndicator(true);
        options.setIndicatorIndent(2);
        options.setIndent(4);
        options.setWidth(100);
        options.setSplitLines(false);
        return new Yaml(options).dump(tree);
    }
}
