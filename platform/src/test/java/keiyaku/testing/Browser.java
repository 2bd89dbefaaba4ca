package keiyaku.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/**
 * One visitor in a real Chromium: its own cookies, one page. The browser itself is started once a
 * JVM. What the page's console complains about is kept and checked at the end.
 */
public final class Browser implements AutoCloseable {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;
    private static final String CHROMIUM =
            System.getProperty("keiyaku.chromium", "/usr/bin/chromium");

    private static final com.microsoft.playwright.Browser CHROME = launch();

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    private Browser(String base, String language, ColorScheme scheme) {
        this.base = base;
        context =
                CHROME.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(DESKTOP, HEIGHT)
                                .setLocale(language)
                                .setTimezoneId("Asia/Tokyo")
                                .setColorScheme(scheme)
                                // A page that still fades in complains when its window changes.
                                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        complaints.add(message.text());
                    }
                });
    }

    /** A visitor whose browser asks for a language (ja, ko, en, zh-CN). */
    public static Browser visitor(App app, String language) {
        return new Browser(app.url(""), language, ColorScheme.LIGHT);
    }

    /** A visitor of a product that runs as a process of its own. */
    public static Browser visitor(String base, String language) {
        return new Browser(base, language, ColorScheme.LIGHT);
    }

    /** The same with a system that is set to dark. */
    public static Browser darkVisitor(App app, String language) {
        return new Browser(app.url(""), language, ColorScheme.DARK);
    }

    /** Opens a path of the application and gives the page to work with. */
    public Page open(String path) {
        page.navigate(base + path);
        return page;
    }

    public Page page() {
        return page;
    }

    public Browser phone() {
        page.setViewportSize(PHONE, HEIGHT);
        return this;
    }

    public Browser desktop() {
        page.setViewportSize(DESKTOP, HEIGHT);
        return this;
    }

    /** WCAG 2.2 AA as far as axe can tell. */
    public void axe() {
        var found =
                new AxeBuilder(page)
                        .setLegacyMode(true) // no frames of other origins are looked into
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations();
        var told =
                found.stream()
                        .map(
                                rule ->
                                        rule.getId()
                                                + ": "
                                                + rule.getNodes().stream()
                                                        .map(node -> "\n  " + node.getHtml())
                                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
        Assertions.assertThat(told).as("axe on " + page.url()).isEmpty();
    }

    /** No part of the page is wider than the window, and no box cuts off its text. */
    public void nothingOverflows() {
        Object wide =
                page.evaluate(
                        """
                        () => {
                          const limit = document.documentElement.clientWidth;
                          const scrolls = (e) => e.closest('.table-box, .tabs, pre, .unseen, .skip');
                          return [...document.querySelectorAll('body *')]
                            .filter((e) => e.getBoundingClientRect().right > limit + 1)
                            .filter((e) => e.checkVisibility() && !scrolls(e) && !e.closest('svg *'))
                            .map((e) => e.outerHTML.slice(0, 120));
                        }
                        """);
        Assertions.assertThat((List<?>) wide).as("too wide on " + page.url()).isEmpty();
    }

    /** No text of the page is the key of a message. */
    public void noRawKey() {
        Assertions.assertThat(page.locator("body").innerText())
                .as("raw keys on " + page.url())
                .doesNotContainPattern("\\b(common|web|field|refusal)\\.[a-z-]+[a-z.-]*[a-z]\\b");
    }

    /** Pictures of the whole page at both widths, in target/screenshots, for people to look at. */
    public void screenshot(String name) {
        for (var width : Map.of("desktop", DESKTOP, "phone", PHONE).entrySet()) {
            page.setViewportSize(width.getValue(), HEIGHT);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(folder().resolve(name + "-" + width.getKey() + ".png")));
        }
        desktop();
    }

    /** Ends the visit; scripts that failed and blocked content fail the test. */
    @Override
    public void close() {
        context.close();
        Assertions.assertThat(complaints).as("complaints of the browser").isEmpty();
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target/screenshots"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static com.microsoft.playwright.Browser launch() {
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(CHROMIUM))
                                .setArgs(List.of("--force-color-profile=srgb")));
    }
}
