"""What newsparse costs: `python -m bench` measures time and memory on texts it invents."""
