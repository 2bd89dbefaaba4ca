package keiyaku;
/** x */
public final class Application { private Application() {} public static void main(String[] a) {} }
