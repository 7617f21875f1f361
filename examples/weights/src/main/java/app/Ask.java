package app;

final class Ask {
  public static void main(String[] args) {
    Moons moons = MoonsNetwork.load(); // out of the jar, and the very file that was proved
    System.out.printf("%.3f%n", moons.probability(new float[] {number(args, 0), number(args, 1)}));
  }

  private static float number(String[] args, int i) {
    return args.length > i ? Float.parseFloat(args[i]) : 0;
  }
}
