package keiyaku.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A view's name is its template's path without ending: {@code member/profile}. */
@Component
class Templates implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Pages pages;

    Templates(Pages pages) {
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.contains(":") ? null : new TemplateView(name + ".jte");
    }

    /** Rendered as a whole before the first byte goes out: a page is never cut off half way. */
    private final class TemplateView implements View {

        private final String template;

        TemplateView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var page = pages.of(request);
            setCsrfCookie(page);
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            parameters.put("page", page);
            var output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setHeader("Content-Language", page.lang());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        /**
         * A token's cookie is set when the token is first read, which has to be before the body.
         */
        private static void setCsrfCookie(Page page) {
            var token = page.csrf();
            if (token != null) {
                token.getToken();
            }
        }
    }
}
