package keiyaku.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheet, joined from its parts. */
@Controller
class AssetController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    /** While a new version is rolled out, an address may come from the other one: then no-cache. */
    @GetMapping("/assets/{hash}/keiyaku.css")
    ResponseEntity<byte[]> style(@PathVariable String hash) {
        boolean ours = assets.folder().equals("/assets/" + hash + "/");
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        ours
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .body(assets.styleBytes());
    }
}
