create database freehold owner freehold;
