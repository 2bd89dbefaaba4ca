package keiyaku.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A request whose body was read once and can be read again; bodies above 1 MB are not taken. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private static final int LIMIT = 1024 * 1024;

    private final byte[] bytes;

    private RepeatableRequest(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** JSON and other text; forms and uploads are read as their fields, by the server. */
    static boolean isNeededFor(HttpServletRequest request) {
        var type = request.getContentType();
        boolean hasBody = request.getContentLengthLong() != 0 && type != null;
        if (!hasBody || type == null) {
            return false;
        }
        var lower = type.toLowerCase(Locale.ROOT);
        return !lower.startsWith("multipart/")
                && !lower.startsWith("application/x-www-form-urlencoded");
    }

    /** Empty when the body is too large. */
    static Optional<RepeatableRequest> of(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(LIMIT + 1);
        return bytes.length > LIMIT
                ? Optional.empty()
                : Optional.of(new RepeatableRequest(request, bytes));
    }

    String body() {
        return new String(bytes, charset());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(bytes));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(bytes), charset()));
    }

    private Charset charset() {
        var named = getCharacterEncoding();
        return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read without waiting");
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }
    }
}
