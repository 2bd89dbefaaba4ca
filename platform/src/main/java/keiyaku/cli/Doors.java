package keiyaku.cli;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The application without its web: all modules' doors. Not annotated as a component, so that no
 * scan finds it itself.
 */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "keiyaku",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "keiyaku\\.(web|bench)\\..*"),
            @ComponentScan.Filter(SpringBootApplication.class)
        })
public final class Doors {
    Doors() {}
}
