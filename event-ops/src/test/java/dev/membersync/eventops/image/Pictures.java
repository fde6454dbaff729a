package dev.membersync.eventops.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures as cameras and printers make them. */
final class Pictures {
    private Pictures() {}

    static BufferedImage of(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A grey wall with pictures on it, side by side, each turned by some degrees. */
    static BufferedImage wall(int width, int height, double degrees, BufferedImage... hung) {
        BufferedImage wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = wall.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < hung.length; i++) {
            int centre = width * (2 * i + 1) / (2 * hung.length);
            AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), centre, height / 2.0);
            turn.translate(centre - hung[i].getWidth() / 2.0, (height - hung[i].getHeight()) / 2.0);
            graphics.drawImage(hung[i], turn, null);
        }
        graphics.dispose();
        return wall;
    }

    /** Each pixel as the mean of a square around it. */
    static BufferedImage blurred(BufferedImage sharp, int side) {
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage grey = new BufferedImage(sharp.getWidth(), sharp.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(sharp, 0, 0, null);
        graphics.dispose();
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(grey, null);
    }

    /** White as nothing at all. */
    static BufferedImage transparent(BufferedImage code) {
        BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, code.getRGB(x, y) == Color.WHITE.getRGB() ? 0 : Color.BLACK.getRGB());
            }
        }
        graphics.dispose();
        return image;
    }
}
